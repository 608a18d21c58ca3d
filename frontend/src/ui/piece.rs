//! A piece of a page, its type forgotten.
//!
//! Leptos' own `AnyView` keeps five ways of rendering for each type that it forgets, among them a
//! hydration and a comparison with what stood there before. The portal needs neither: the page that
//! the server sent stays as it is, and another replaces it whole. Forgetting those too makes its
//! bundle a third smaller.

use std::future::{Future, ready};

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

/// A piece of a page.
pub struct Piece(Box<dyn Whole>);

/// A mounted piece.
pub struct Mounted(Box<dyn Mountable>);

/// Turns a view into a [`Piece`].
pub trait IntoPiece {
    /// Forgets the type.
    fn piece(self) -> Piece;
}

impl<T: RenderHtml + 'static> IntoPiece for T {
    fn piece(self) -> Piece {
        Piece(Box::new(self))
    }
}

/// What a piece can still do. Only what the present build needs is kept.
trait Whole: Send {
    fn build(self: Box<Self>) -> Box<dyn Mountable>;

    #[cfg(feature = "ssr")]
    fn write(self: Box<Self>, buf: &mut String, position: &mut Position, escape: bool, mark: bool);
}

impl<T: RenderHtml + 'static> Whole for T {
    fn build(self: Box<Self>) -> Box<dyn Mountable> {
        Box::new(Render::build(*self))
    }

    #[cfg(feature = "ssr")]
    fn write(self: Box<Self>, buf: &mut String, position: &mut Position, escape: bool, mark: bool) {
        (*self).to_html_with_buf(buf, position, escape, mark, Vec::new());
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}

impl Render for Piece {
    type State = Mounted;

    fn build(self) -> Self::State {
        Mounted(self.0.build())
    }

    /// Puts the new piece in the place of the old one, whatever that was.
    fn rebuild(self, state: &mut Self::State) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

/// Attributes belong to elements; a piece takes none from outside.
impl AddAnyAttr for Piece {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self
    where
        Self::Output<NewAttr>: RenderHtml,
    {
        self
    }
}

impl RenderHtml for Piece {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    fn resolve(self) -> impl Future<Output = Self> + Send {
        ready(self)
    }

    #[cfg(feature = "ssr")]
    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        _: Vec<AnyAttribute>,
    ) {
        self.0.write(buf, position, escape, mark_branches);
    }

    #[cfg(not(feature = "ssr"))]
    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    /// Nothing hydrates: see `docs/decisions/0032-taking-over-a-page.md`.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
