//! Pages that something in the reader's browser, or on the way to it, changed: a translator, an
//! extension, a detector of telephone numbers, a proxy. Links lead on, searches filter, nothing
//! breaks in the middle.

mod changes;
mod desk;
mod pages;
mod proxies;

use super::*;
