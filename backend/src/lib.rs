//! Conóceles, the server.
