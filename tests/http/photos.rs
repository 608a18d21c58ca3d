//! The photo: cut as framed, in two sizes and two formats, measured, and never seen by whom it is not
//! for.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use serde_json::json;

use super::*;
use builders::World;

const PNG: &str = "image/png";
const RED: [u8; 3] = [220, 20, 20];
const BLUE: [u8; 3] = [20, 20, 220];

/// A lying picture, its left half red and its right half blue.
fn halves() -> Vec<u8> {
    let picture = RgbImage::from_fn(1600, 1000, |x, _| Rgb(if x < 800 { RED } else { BLUE }));
    encoded(&picture)
}

fn encoded(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture.clone())
        .write_to(&mut bytes, ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

fn is_near(pixel: &Rgb<u8>, colour: [u8; 3]) -> bool {
    pixel.0.iter().zip(colour).all(|(a, b)| a.abs_diff(b) < 40)
}

/// The stored picture that an answer names.
async fn stored_picture(world: &World, view: &serde_json::Value) -> RgbImage {
    let sha256 = view["content"]["sha256"].as_str().unwrap();
    let path = world.capture(&format!("/photo/{sha256}"));
    let photo = world.operator.get(&path).await;
    assert_eq!(photo.status, 200);
    image::load_from_memory(&photo.bytes).unwrap().into_rgb8()
}

on_both!(
    /// The frame is applied on the server: left edge, turn, and nothing outside.
    a_photo_is_cut_as_framed,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let left = world.upload(0, "?left=0&top=0&size=1000&turn=0", PNG, halves()).await.ok();
        let picture = stored_picture(&world, &left).await;
        assert_eq!(picture.dimensions(), (800, 1000));
        assert!(is_near(picture.get_pixel(790, 500), RED), "the left half is red to its edge");
        let right = world.upload(1, "?left=500&top=0&size=1000&turn=0", PNG, halves()).await.ok();
        assert!(is_near(stored_picture(&world, &right).await.get_pixel(10, 500), BLUE));
        // Turned a quarter clockwise, what was left is on top.
        let turned = world.upload(2, "?left=0&top=0&size=1000&turn=90", PNG, halves()).await.ok();
        let picture = stored_picture(&world, &turned).await;
        assert!(is_near(picture.get_pixel(400, 20), RED));
        assert_eq!(turned["content"]["width"], 800);
        let small = world.upload(3, "?left=0&top=500&size=250&turn=0", PNG, halves()).await.ok();
        assert_eq!((small["content"]["width"].clone(), small["version"].clone()), (json!(200), json!(4)));
    }
);

on_both!(
    /// Every wrong parameter is told at once, before the file is read, and nothing is stored.
    a_wrong_frame_is_refused_by_its_parameters,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let refused = world.upload(0, "?left=-1&top=1001&size=99&turn=45", PNG, halves()).await;
        refused.refused(422, "invalid");
        assert_eq!(refused.pointers(), ["/left", "/top", "/size", "/turn"]);
        let outside = world.upload(0, "?left=900&top=100&size=1000&turn=0", PNG, halves()).await;
        assert_eq!(outside.pointers(), ["/left", "/top"]);
        let half = world.upload(0, "?left=1&colour=red", PNG, halves()).await;
        assert_eq!(half.pointers(), ["/colour", "/top", "/size", "/turn"]);
        assert_eq!(server.rows("section_versions").await, 0);
        let files = std::fs::read_dir(server.folder().join("objects")).unwrap();
        assert_eq!(files.count(), 0);
    }
);

on_both!(
    /// What was measured is told with the section and stays after the date is declared; it is never
    /// an error.
    a_photo_is_measured,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let dark = RgbImage::from_pixel(200, 250, Rgb([9, 9, 9]));
        let saved = world.upload(0, "", PNG, encoded(&dark)).await.ok();
        let remarks = |view: &serde_json::Value| {
            let checks = view["photo_checks"].as_array().unwrap().clone();
            let remarks = checks.iter().filter(|it| it["fine"] == false);
            remarks.map(|it| it["aspect"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(remarks(&saved), ["resolution", "sharpness", "light", "contrast"]);
        assert_eq!(saved["state"], "complete");
        let path = world.capture("/sections/photo");
        let dated = json!({ "sha256": saved["content"]["sha256"], "taken_on": "2024-03-15" });
        let dated = world.operator.put(&path, 1, &dated).await.ok();
        assert_eq!(remarks(&dated).len(), 4);
        let fair = world.upload(2, "", "image/jpeg", content::photo(800, 1000)).await.ok();
        assert!(!remarks(&fair).contains(&"resolution".to_owned()));
    }
);

on_both!(
    /// The reviewer sees what a sent picture replaced; not what was replaced before it was sent. The
    /// public gets the published one, in both sizes and formats, and no other.
    each_sees_the_photos_that_are_for_them,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let stored = world.operator.get(&world.capture("/sections/photo")).await.ok();
        let draft = stored["content"]["sha256"].as_str().unwrap().to_owned();
        let sent = world.upload(1, "?left=0&top=0&size=1000&turn=0", PNG, halves()).await.ok();
        let sent = sent["content"]["sha256"].as_str().unwrap().to_owned();
        let _ = world.send().await.ok();
        let _ = world.turn(0, Some("photo")).await;
        server.advance(std::time::Duration::from_secs(60));
        let new = world.upload(2, "?left=500&top=0&size=1000&turn=0", PNG, halves()).await.ok();
        let new = new["content"]["sha256"].as_str().unwrap().to_owned();
        let _ = world.send().await.ok();

        let reviewer = &world.validators[0];
        let desk = reviewer.get(&world.review("")).await.ok();
        let photo = builders::section(&desk, "photo");
        assert_eq!(photo["content"]["sha256"], new.as_str());
        let earlier = photo["earlier_photos"].as_array().unwrap();
        assert_eq!(earlier.len(), 1);
        assert_eq!((&earlier[0]["sha256"], &earlier[0]["version"]), (&json!(sent), &json!(2)));
        let seen = |sha: &str| world.review(&format!("/photo/{sha}"));
        assert_eq!(reviewer.get(&seen(&sent)).await.status, 200);
        assert_eq!(reviewer.get(&seen(&new)).await.status, 200);
        reviewer.get(&seen(&draft)).await.refused(404, "not_found");

        world.approve().await;
        let record = builders::public_record(&server, &world.public()).await;
        assert_eq!(record["photo"]["sha256"], new.as_str());
        let reader = Person::anonymous(&server);
        for (end, kind, width) in [
            (".jpg", "image/jpeg", 800),
            (".webp", "image/webp", 800),
            ("-400.jpg", "image/jpeg", 400),
            ("-400.webp", "image/webp", 400),
        ] {
            let path = |sha: &str| format!("{}/photo/{sha}{end}", world.public());
            let photo = reader.get(&path(&new)).await;
            assert_eq!(photo.header("content-type"), kind);
            assert_eq!(image::load_from_memory(&photo.bytes).unwrap().width(), width, "{end}");
            for other in [&sent, &draft] {
                assert_eq!(reader.get(&path(other)).await.status, 404, "{end}");
            }
        }
        let page = reader.get(&format!("/candidaturas/{}", world.candidacy)).await.text();
        let both = format!("{new}-400.webp 400w, /api/v1/candidacies/{}/photo/{new}.webp 800w", world.candidacy);
        assert!(page.contains(&both), "{page}");
    }
);
