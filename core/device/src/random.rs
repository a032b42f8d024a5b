//! Random bytes from the system.

use crate::error::DeviceError;

/// Returns `N` fresh random bytes.
pub fn bytes<const N: usize>() -> Result<[u8; N], DeviceError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| DeviceError::Random)?;
    Ok(bytes)
}
