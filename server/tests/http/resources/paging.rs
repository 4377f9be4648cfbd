use latchkey_contract::ProblemKind;

use super::{LISTS, Scene, names};

#[tokio::test]
async fn pages_follow_each_other_in_every_order() {
    let scene = Scene::set().await;
    scene.script(&format!("instance/stopInstance?uuid={}&forceStop=true", id(&scene, "web-2").await)).await;
    for (list, count) in LISTS {
        for sort in ["name", "state", "last_change"] {
            for order in ["ascending", "descending"] {
                let query = format!("sort={sort}&order={order}");
                let whole = scene.list(&format!("{list}?{query}")).await;
                assert_eq!(whole.len(), count);
                let mut seen = Vec::new();
                let mut next = String::new();
                loop {
                    let path = format!("/api/v1/{list}?{query}&limit=1&cursor={next}");
                    let page = scene.user.get(&path).await.json();
                    seen.extend(page["items"].as_array().unwrap().clone());
                    let Some(cursor) = page["next"].as_str() else { break };
                    cursor.clone_into(&mut next);
                }
                assert_eq!(seen, whole, "{list} by {query}");
            }
        }
    }
}

async fn id(scene: &Scene, name: &str) -> String {
    scene.named("compute/instances", name).await["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn lists_are_sorted_as_asked() {
    let scene = Scene::set().await;
    let sorted = async |query: &str| {
        let listed = scene.list(&format!("compute/instances?{query}")).await;
        names(&listed).join(" ")
    };
    assert_eq!(sorted("").await, "batch-1 db-1 web-1 web-2");
    assert_eq!(sorted("order=descending").await, "web-2 web-1 db-1 batch-1");
    assert_eq!(sorted("sort=state").await, "db-1 web-1 web-2 batch-1", "what is stopped is last");
    scene.script(&format!("instance/stopInstance?uuid={}&forceStop=true", id(&scene, "web-2").await)).await;
    assert_eq!(sorted("sort=state").await, "web-2 db-1 web-1 batch-1", "what changes is first");
    assert_eq!(sorted("sort=last_change&order=descending").await, "web-2 batch-1 db-1 web-1");
}

#[tokio::test]
async fn a_page_goes_on_where_the_last_one_ended_whatever_has_gone_meanwhile() {
    let scene = Scene::set().await;
    let first = scene.user.get("/api/v1/compute/volumes?limit=1").await.json();
    assert_eq!(first["items"][0]["name"], "archive");
    let gone = first["items"][0]["id"].as_str().unwrap();
    let path = format!("/restapi/volume/deleteVolume/{gone}");
    assert_eq!(scene.pair.call(&scene.portal.nobody(), "DELETE", &path).send().await.status, 200);
    let next = first["next"].as_str().unwrap();
    let second = scene.list(&format!("compute/volumes?limit=1&cursor={next}")).await;
    assert_eq!(names(&second), ["batch-1-root"]);
}

#[tokio::test]
async fn unreadable_parameters_are_refused() {
    let scene = Scene::set().await;
    let page = scene.user.get("/api/v1/compute/instances?limit=1").await.json();
    let cursor = page["next"].as_str().unwrap();
    for (list, _) in LISTS {
        for query in [
            "limit=0",
            "limit=201",
            "sort=size",
            "sort=Name",
            "order=up",
            "cursor=here",
            "cursor=e30",
            &format!("sort=state&cursor={cursor}"),
            &format!("order=descending&cursor={cursor}"),
        ] {
            let reply = scene.user.get(&format!("/api/v1/{list}?{query}")).await;
            assert_eq!(reply.refused(400), ProblemKind::MalformedRequest, "{list}?{query}");
        }
        assert_eq!(scene.user.get(&format!("/api/v1/{list}?search=&sort=&order=&cursor=")).await.status, 200);
    }
}
