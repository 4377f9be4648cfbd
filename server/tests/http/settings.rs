use clap::{CommandFactory, Parser};
use latchkey_server::settings::{Approval, Cli, Command, Refusal, ServeSettings};

fn parse(arguments: &[&str]) -> ServeSettings {
    let arguments = ["latchkey-server", "serve"].iter().chain(arguments);
    match Cli::try_parse_from(arguments).unwrap().command {
        Command::Serve(settings) => *settings,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_command_line_is_sound() {
    Cli::command().debug_assert();
    let settings = parse(&[]);
    assert_eq!(
        (settings.listen.to_string(), settings.port, settings.approve),
        ("127.0.0.1".into(), 8080, Approval::Admin)
    );
    assert_eq!((settings.restapi_calls.get(), settings.restapi_failures.get()), (600, 60));
    assert_eq!(settings.check(), Ok(()));
}

#[test]
fn every_setting_has_its_variable() {
    let serve = Cli::command().find_subcommand("serve").unwrap().clone();
    for argument in
        serve.get_arguments().filter(|argument| argument.get_id() != "help" && argument.get_id() != "version")
    {
        let name = argument.get_env().and_then(|name| name.to_str()).unwrap_or_default();
        assert!(name.starts_with("LATCHKEY_"), "{}", argument.get_id());
        assert!(argument.get_help().is_some(), "{}", argument.get_id());
    }
}

#[test]
fn what_has_a_variable_only_is_named_too() {
    let help = Cli::command().find_subcommand_mut("serve").unwrap().render_long_help().to_string();
    for variable in ["LATCHKEY_SEALING_KEY", "LATCHKEY_DEMO_PASSWORD"] {
        assert!(help.contains(&format!("{variable} may hold")), "{variable}");
    }
}

#[test]
fn plain_http_stays_on_this_machine() {
    for refused in [
        &["--listen", "0.0.0.0"][..],
        &["--listen", "192.0.2.1", "--public-url", "http://portal.example"],
        &["--public-url", "http://portal.example"],
        &["--listen", "::"],
    ] {
        assert_eq!(parse(refused).check(), Err(Refusal::PlainHttpOnANetwork), "{refused:?}");
    }
    for fine in [
        &["--listen", "0.0.0.0", "--public-url", "https://portal.example"][..],
        &["--listen", "::1"],
        &["--public-url", "http://localhost:8081"],
        &["--public-url", "https://portal.example:8443/"],
    ] {
        assert_eq!(parse(fine).check(), Ok(()), "{fine:?}");
    }
    assert!(Refusal::PlainHttpOnANetwork.to_string().contains("--public-url https://"));
}

#[test]
fn the_demo_stays_on_this_machine_whatever_the_address() {
    let settings = parse(&["--demo", "--listen", "0.0.0.0", "--public-url", "https://portal.example"]);
    assert_eq!(settings.check(), Err(Refusal::DemoOnANetwork));
}

#[test]
fn the_demo_offers_what_the_demo_has() {
    assert_eq!(parse(&["--demo", "--catalogue", "mine.json"]).check(), Err(Refusal::CatalogueOfDemo));
    assert_eq!(parse(&["--catalogue", "mine.json"]).check(), Ok(()));
}

#[test]
fn a_public_url_is_an_address_and_nothing_more() {
    for url in [
        "https://portal.example/portal",
        "https://portal.example/?x=1",
        "https://me@portal.example",
        "ftp://x.example",
    ] {
        assert_eq!(parse(&["--public-url", url]).check(), Err(Refusal::PublicUrl), "{url}");
    }
}

#[test]
fn the_site_follows_from_the_settings() {
    let plain = parse(&[]).site(4711);
    assert_eq!((plain.origins, plain.secure), (vec!["http://127.0.0.1:4711".to_owned()], false));
    let public = parse(&["--public-url", "https://portal.example"]).site(4711);
    assert_eq!((public.origins, public.secure), (vec!["https://portal.example".to_owned()], true));
    let demo = parse(&["--demo"]).site(4711);
    assert!(demo.is_own_origin("http://localhost:4711") && demo.is_own_origin("http://127.0.0.1:4711"));
    assert!(!demo.is_own_origin("http://localhost:4712"));
}

#[test]
fn reads_trusted_proxies_in_every_form() {
    let settings =
        parse(&["--trusted-proxy", "::ffff:127.0.0.1/128,::ffff:10.0.0.0/104", "--trusted-proxy", "::1"]);
    let networks = settings.site(80).trusted_proxies;
    assert_eq!(
        networks.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["127.0.0.1/32", "10.0.0.0/8", "::1/128"]
    );
    let refused = Cli::try_parse_from(["latchkey-server", "serve", "--trusted-proxy", "010.0.0.1"]);
    assert!(refused.unwrap_err().to_string().contains("write 10.0.0.1/32 "));
}

#[test]
fn including_subdomains_in_hsts_needs_https() {
    let flag = "--hsts-include-subdomains";
    assert_eq!(parse(&[flag]).check(), Err(Refusal::HstsOverPlainHttp));
    assert_eq!(
        parse(&[flag, "--public-url", "http://localhost:8081"]).check(),
        Err(Refusal::HstsOverPlainHttp)
    );
    let https = ["--public-url", "https://portal.example"];
    assert_eq!(parse(&[flag, https[0], https[1]]).check(), Ok(()));
    assert!(parse(&[flag, https[0], https[1]]).site(80).hsts_include_subdomains);
    assert!(!parse(&https).site(80).hsts_include_subdomains, "it is off by default");
}
