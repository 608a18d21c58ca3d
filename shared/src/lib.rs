//! Conóceles, the shared rules.
