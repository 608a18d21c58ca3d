//! Conóceles, the components.
