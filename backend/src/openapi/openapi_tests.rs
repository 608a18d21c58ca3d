//! Names in the document are unique: clients are made from them.

use std::collections::BTreeMap;

use crate::routes::table;

#[test]
fn no_two_types_share_a_name() {
    let mut seen = BTreeMap::new();
    for entry in table() {
        for (name, schema) in entry.schemas {
            let schema = serde_json::to_value(schema).unwrap();
            let earlier = seen.entry(name.clone()).or_insert_with(|| schema.clone());
            assert_eq!(*earlier, schema, "{name} at {}", entry.path);
        }
    }
    assert!(seen.len() > 50, "{}", seen.len());
}

#[test]
fn no_two_operations_share_a_name() {
    let mut seen = BTreeMap::new();
    for row in table() {
        let name = row.operation.operation_id.unwrap_or_default();
        let earlier = seen.insert(name.clone(), row.path.clone());
        assert_eq!(earlier, None, "{name} at {}", row.path);
    }
}
