//! Every test of the crate that needs more than one module.

#[cfg(test)]
mod gate;
#[cfg(test)]
mod wire;
