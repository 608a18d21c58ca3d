//! Administration.
use super::words;
words! { /// Administration.
 Admin { elections = "Elecciones"; } }
words! { /// Settings.
 Settings { title = "Ajustes"; } }
