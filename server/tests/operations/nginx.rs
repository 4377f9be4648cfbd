use std::ffi::OsString;
use std::fs;
use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::TestResult;
use crate::tools::{find, operations_file, run, text};

const PATIENCE: Duration = Duration::from_secs(20);

/// The configuration with a throw-away certificate, and sockets in a directory instead of ports.
struct Site {
    dir: TempDir,
    nginx: PathBuf,
}

impl Site {
    /// Nothing if a program is missing, which is then said on standard error.
    fn new(check: &str) -> TestResult<Option<Self>> {
        let (Some(nginx), Some(openssl)) = (find("nginx", check), find("openssl", check)) else {
            return Ok(None);
        };
        let dir = TempDir::new()?;
        let path = dir.path().to_str().ok_or("the directory's name is no text")?;
        let arguments = format!(
            "req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=portal.example -keyout {path}/privkey.pem \
             -out {path}/fullchain.pem"
        );
        let made = run(&openssl, &arguments.split_whitespace().map(OsString::from).collect::<Vec<_>>())?;
        assert!(made.status.success(), "{}", text(&made));
        let site = operations_file("nginx.conf")?;
        let site = site.replace("/etc/ssl/portal.example/", &format!("{path}/"));
        let site = site.replace("listen 443 ", &format!("listen unix:{path}/https.sock "));
        let site = site.replace("listen 80;", &format!("listen unix:{path}/http.sock;"));
        fs::write(dir.path().join("site.conf"), site)?;
        let temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let temp: String = temp.iter().map(|name| format!("{name}_temp_path {path}/{name};\n")).collect();
        let main = format!(
            "daemon off;\nmaster_process off;\npid {path}/pid;\nerror_log stderr;\nevents {{}}\n\
             http {{\naccess_log off;\n{temp}include {path}/site.conf;\n}}\n"
        );
        fs::write(dir.path().join("nginx.conf"), main)?;
        Ok(Some(Self { dir, nginx }))
    }

    fn arguments(&self) -> [OsString; 4] {
        let file = self.dir.path().join("nginx.conf");
        ["-e".into(), "stderr".into(), "-c".into(), file.into()]
    }

    /// Starts nginx and waits until it listens for plain http.
    fn start(&self) -> TestResult<Running> {
        let mut nginx = Command::new(&self.nginx);
        let nginx = nginx.args(self.arguments()).stdin(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let running = Running { nginx, http: self.dir.path().join("http.sock") };
        let begun = Instant::now();
        while UnixStream::connect(&running.http).is_err() {
            if begun.elapsed() > PATIENCE {
                return Err("nginx does not listen".into());
            }
            thread::yield_now();
        }
        Ok(running)
    }
}

struct Running {
    nginx: Child,
    http: PathBuf,
}

impl Running {
    /// Returns the head and the body of the answer to a GET over plain http.
    fn get(&self, path: &str) -> TestResult<(String, String)> {
        let answer = get(&self.http, path)?;
        let (head, body) = answer.split_once("\r\n\r\n").ok_or("no head")?;
        Ok((head.to_owned(), body.to_owned()))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.nginx.kill();
        let _ = self.nginx.wait();
    }
}

fn get(socket: &Path, path: &str) -> TestResult<String> {
    let mut socket = UnixStream::connect(socket)?;
    socket.set_read_timeout(Some(PATIENCE))?;
    write!(socket, "GET {path} HTTP/1.1\r\nhost: portal.example\r\nconnection: close\r\n\r\n")?;
    let mut answer = String::new();
    socket.read_to_string(&mut answer)?;
    Ok(answer)
}

#[test]
fn limits_connections_and_offers_no_old_tls() -> TestResult {
    let site = operations_file("nginx.conf")?;
    let directives: Vec<String> = site
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.starts_with('#'))
        .collect();
    let count = |wanted: &str| directives.iter().filter(|line| line.starts_with(wanted)).count();
    assert_eq!(count("ssl_protocols TLSv1.2 TLSv1.3;"), 1);
    assert_eq!(count("limit_conn_zone $binary_remote_addr zone=latchkey_connections:"), 1);
    assert_eq!(count("limit_conn latchkey_connections "), count("server {"), "in each server");
    assert_eq!(count("location ^~ /restapi {"), 1, "plain http has an answer of its own");
    Ok(())
}

#[test]
fn nginx_accepts_the_configuration() -> TestResult {
    let Some(site) = Site::new("nginx -t")? else { return Ok(()) };
    let arguments: Vec<_> = ["-t".into()].into_iter().chain(site.arguments()).collect();
    let output = run(&site.nginx, &arguments)?;
    assert!(output.status.success(), "{}", text(&output));
    Ok(())
}

#[test]
fn refuses_keys_over_plain_http_and_redirects_the_rest() -> TestResult {
    let Some(site) = Site::new("plain http through nginx")? else { return Ok(()) };
    let nginx = site.start()?;
    for path in
        ["/restapi", "/restapi/zone/zonelist?zone=1", "//restapi/zone/zonelist", "/%72estapi/zone/zonelist"]
    {
        let (head, body) = nginx.get(path)?;
        assert!(head.starts_with("HTTP/1.1 403 "), "{path}: {head}");
        assert!(!head.to_ascii_lowercase().contains("\r\nlocation:"), "{path}: {head}");
        let problem: serde_json::Value = serde_json::from_str(&body)?;
        assert_eq!(problem["status"], 403, "{path}");
        assert_eq!(problem["code"], 403, "{path}");
        assert_eq!(problem["message"], problem["detail"], "{path}");
    }
    for path in ["/", "/user/api-info?x=1", "/api/v1/session", "/healthz"] {
        let (head, _) = nginx.get(path)?;
        assert!(head.starts_with("HTTP/1.1 301 "), "{path}: {head}");
        let location = head.lines().find_map(|line| line.strip_prefix("Location: "));
        assert_eq!(location, Some(format!("https://portal.example{path}").as_str()), "{head}");
    }
    Ok(())
}
