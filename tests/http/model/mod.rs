//! Random people do random things to random candidacies, on the real server: each answer, and each
//! candidacy after it, is what the pure lifecycle says.
//!
//! `CONOCELES_MODEL_SEED` repeats a run that failed, `CONOCELES_MODEL_STEPS` says how long one is.

mod acts;
mod expected;
mod scene;

use std::io::Write as _;

use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use super::*;
use acts::Act;
use scene::{PER_ACTOR, Scene};

/// How many steps each engine takes. Both run at once: together the 20,000 of an integration run.
const STEPS: u64 = 10_000;
/// After so many steps another actor with candidacies of its own comes on.
const STEPS_OF_AN_ACTOR: u64 = 500;

fn of_environment(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|it| it.parse().unwrap())
}

on_both!(
    random_people_get_what_the_lifecycle_says,
    |server: Server| async move {
        let seed = of_environment("CONOCELES_MODEL_SEED").unwrap_or_else(|| server.now());
        let steps = of_environment("CONOCELES_MODEL_STEPS").unwrap_or(STEPS);
        let engine = server.engine();
        writeln!(
            std::io::stderr(),
            "CONOCELES_MODEL_SEED={seed} on {engine:?}"
        )
        .unwrap();
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        let mut scene = Scene::new(&server).await;
        let mut done = 0;
        for step in 0..steps {
            if step % STEPS_OF_AN_ACTOR == 0 {
                scene.begin_with_another_actor().await;
            }
            let which = dice.random_range(0..PER_ACTOR);
            scene.move_clock_off_the_edge(which);
            let act = scene.choose(which, &mut dice);
            if let Act::Wait { seconds } = act {
                scene.wait(seconds).await;
                continue;
            }
            if scene.play(which, &act, seed).await {
                done += 1;
            }
        }
        // A walk in which everything is refused would show nothing.
        assert!(done > steps / 10, "only {done} of {steps} were accepted");
        scene.assert_far_enough(steps);
    }
);
