//! The audit names what changed, and only that.

use serde_json::json;

use super::*;

#[test]
fn names_every_value_that_differs() {
    let before =
        json!({"name": "A", "settings": {"days": 15, "eyes": true}, "list": [1], "old": 1});
    let after =
        json!({"name": "A", "settings": {"days": 10, "eyes": true}, "list": [1, 2], "new": 1});
    let mut found = changed_pointers(&before, &after);
    found.sort();
    assert_eq!(found, ["/list", "/new", "/old", "/settings/days"]);
    assert!(changed_pointers(&before, &before).is_empty());
}
