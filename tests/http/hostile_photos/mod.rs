//! Thousands of photo files that nobody should send, to the real binary: nothing crashes, nothing is
//! half done, memory stays bounded, and each refusal says what to do.
//!
//! CI sends a few hundred on each database, `cargo xtask hostile` thousands.

mod files;
pub mod parts;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::time::Duration;

use futures_util::future::join_all;

use super::*;
use builders::World;
use conoceles_tests::Answer;
use files::{File, KINDS};

/// What the server may hold at most, in MiB: the largest picture as its decoder unpacks it, twice
/// over, and what it needs anyway.
const MOST_MEMORY: u64 = 700;

/// What a detail that helps says.
const ADVICE: [&str; 11] = [
    "Guarde",
    "elíjala",
    "súbala",
    "suba",
    "elija",
    "Redúzcala",
    "Ábrala",
    "Intente",
    "escriba",
    "use left",
    "hasta",
];

/// Files sent before an hour passes on the server's clock: fewer than it takes of one section.
const AN_HOUR: u64 = 200;

fn count() -> u64 {
    let given = std::env::var("CONOCELES_HOSTILE_PHOTOS");
    given.map_or(300, |it| it.parse().expect("a number"))
}

on_both!(
    /// One after another, of every kind in turn.
    each_is_taken_or_refused_whole,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let mut seen = Seen::default();
        for number in 0..count() {
            if number % AN_HOUR == AN_HOUR - 1 {
                server.advance(Duration::from_secs(3600));
                world.operator = Person::sign_in(&server, "captura.raiz", builders::PASSWORD).await;
            }
            let file = files::make(number);
            seen.send(&server, &mut world, &file, number).await;
        }
        for kind in KINDS {
            assert!(seen.kinds.contains(kind.0), "{} was never sent", kind.0);
        }
        assert!(seen.answers.len() > 3, "{:?}", seen.answers);
        let memory = server.peak_memory();
        // Not captured: whoever runs all of them wants the figures.
        let _ = writeln!(
            std::io::stderr(),
            "hostile photos: {} sent, {:?}, at most {memory} MiB",
            count(),
            seen.answers
        );
        assert!(memory < MOST_MEMORY, "{memory} MiB");
        assert!(!server.log().contains("panicked"), "see the server's log");
    }
);

/// What was sent and what came of it.
#[derive(Default)]
struct Seen {
    version: u64,
    stored: BTreeSet<String>,
    kinds: BTreeSet<&'static str>,
    answers: BTreeMap<String, u32>,
}

impl Seen {
    async fn send(&mut self, server: &Server, world: &mut World, file: &File, number: u64) {
        let what = format!("number {number}, {}", file.kind);
        let upload = async |world: &World| {
            let (query, bytes) = (&file.query, file.bytes.clone());
            world.upload(self.version, query, file.label, bytes).await
        };
        let mut answer = upload(world).await;
        if answer.status == 401 {
            // The whole run takes longer than a token.
            let _ = world.operator.refresh().await;
            answer = upload(world).await;
        }
        self.kinds.insert(file.kind);
        let name = if answer.status.is_success() {
            let view = answer.json();
            self.version += 1;
            assert_eq!(view["version"], self.version, "{what}");
            let sha256 = view["content"]["sha256"].as_str().unwrap();
            self.stored.insert(sha256.to_owned());
            "taken".to_owned()
        } else {
            refusal(&what, &answer)
        };
        *self.answers.entry(name).or_default() += 1;
        let path = world.capture("/sections/photo");
        let stored = world.operator.get(&path).await.ok();
        assert_eq!(stored["version"], self.version, "{what}: the state changed");
        assert_eq!(objects(server), self.stored, "{what}: the files changed");
    }
}

/// The code of a refusal that helps.
fn refusal(what: &str, answer: &Answer) -> String {
    assert!(answer.status.is_client_error(), "{what}: {}", answer.text());
    let problem = (answer.code(), answer.json());
    let first = &problem.1["errors"][0];
    let detail = first["detail"].as_str().or(problem.1["detail"].as_str());
    let detail = detail.unwrap_or_default();
    let helps = ADVICE.iter().any(|it| detail.contains(it));
    assert!(helps, "{what}: {detail}");
    let code = first["code"].as_str().unwrap_or(&problem.0).to_owned();
    let known = [
        "unsupported_media_type",
        "too_large",
        "broken_image",
        "animated_image",
        "transparent_image",
        "colours_for_print",
        "unusual_jpeg",
        "too_many_pixels",
        "out_of_range",
        "unknown",
    ];
    assert!(known.contains(&code.as_str()), "{what}: {}", answer.text());
    code
}

/// The pictures in the object store, by hash; each in both formats.
fn objects(server: &Server) -> BTreeSet<String> {
    let mut found: BTreeMap<String, u32> = BTreeMap::new();
    for entry in std::fs::read_dir(server.folder().join("objects")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name.is_ascii() && name.len() > 64, "left behind: {name}");
        *found.entry(name[..64].to_owned()).or_default() += 1;
    }
    assert!(found.values().all(|it| [2, 4].contains(it)), "{found:?}");
    found.into_keys().collect()
}

on_both!(
    /// The largest that is allowed, from many at once: one is stored, the others are told that there
    /// is a newer version and leave nothing behind.
    a_crowd_of_the_largest_stays_within_memory,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let crowd = (0..5u8).map(|shade| {
            let upload = world.upload(0, "", "image/png", files::largest(shade));
            async move { upload.await.status }
        });
        let answers = join_all(crowd).await;
        let taken = answers.iter().filter(|it| **it == 200).count();
        // Few of one person are read at the same time; what a later one may have written nothing names.
        let refused = answers.iter().filter(|it| **it == 412 || **it == 429).count();
        assert_eq!((taken, refused), (1, 4), "{answers:?}");
        assert!(objects(&server).len() <= 2);
        let memory = server.peak_memory();
        assert!(memory < MOST_MEMORY, "{memory} MiB");
    }
);
