//! The tables of process.md, state by state.
