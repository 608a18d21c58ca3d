//! What each part of a document is, for those who do not see it.

use std::num::NonZeroU16;

use krilla::tagging::{
    BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use crate::page::Area;

/// The language of every document.
pub const LANGUAGE: &str = "es-MX";

/// What a part is.
#[derive(Debug, Clone)]
pub enum Role {
    /// A heading of this level.
    Heading(u16, String),
    Paragraph,
    /// A list of labels with their values.
    List,
    /// One of them.
    Item,
    /// Its label.
    Label,
    /// Its value.
    Value,
    /// A table, with what it is about.
    Table(String),
    /// The rows that name the columns.
    TableHead,
    /// The other rows.
    TableBody,
    Row,
    /// The name of a column.
    ColumnName,
    /// The name of a row.
    RowName,
    Cell,
    /// A picture, with what it shows and where.
    Figure(String, Area),
    Link,
}

/// A part: others, or something that is drawn, by its number.
#[derive(Debug, Clone)]
pub enum Part {
    /// Parts that belong together.
    Group(Role, Vec<Part>),
    /// Something that is drawn.
    Leaf(usize),
}

/// The tree of `parts`, once everything has been drawn.
pub fn build_tree(parts: Vec<Part>, drawn: &[Vec<Identifier>]) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    for node in parts.into_iter().flat_map(|it| nodes(it, drawn)) {
        tree.push(node);
    }
    tree
}

fn nodes(part: Part, drawn: &[Vec<Identifier>]) -> Vec<Node> {
    match part {
        Part::Leaf(number) => drawn
            .get(number)
            .into_iter()
            .flatten()
            .map(|it| Node::from(*it))
            .collect(),
        Part::Group(role, parts) => {
            let children = parts.into_iter().flat_map(|it| nodes(it, drawn)).collect();
            vec![TagGroup::with_children(tag(role), children).into()]
        }
    }
}

fn tag(role: Role) -> TagKind {
    match role {
        Role::Heading(level, title) => {
            let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(title)).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Value => Tag::LBody.into(),
        Role::Table(summary) => Tag::Table.with_summary(Some(summary)).into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnName => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowName => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::Figure(shows, area) => {
            let bbox = area.rect().map(|rect| BBox::new(area.page, rect));
            Tag::Figure(Some(shows)).with_bbox(bbox).into()
        }
        Role::Link => Tag::Link.into(),
    }
}
