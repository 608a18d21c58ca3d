//! Who follows the changes as they happen: so many in all, and a few of each address.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use conoceles_shared::problem::Code;

use crate::core::error::Failure;

/// Most followers at once, and of one address.
const MOST: usize = 1000;
const MOST_OF_ADDRESS: usize = 8;
/// Seconds after which a follower who finds no place may ask again.
const FULL: u64 = 60;

/// How many each address has.
#[derive(Debug, Clone, Default)]
pub struct Followers(Arc<Mutex<HashMap<String, usize>>>);

/// A follower's place, given back when its connection ends.
#[derive(Debug)]
pub struct FollowerPlace {
    followers: Followers,
    address: String,
}

impl Followers {
    /// A place for somebody at this address.
    ///
    /// # Errors
    /// 503 where all places are taken, 429 where the address has its share.
    pub fn enter(&self, address: &str) -> Result<FollowerPlace, Failure> {
        let mut all = self.lock();
        if all.values().sum::<usize>() >= MOST {
            let detail =
                "Muchos programas siguen los cambios a la vez. Pregunte por ellos cada minuto.";
            return Err(Failure::later(Code::Busy, detail, FULL));
        }
        let own = all.entry(address.to_owned()).or_default();
        if *own >= MOST_OF_ADDRESS {
            let detail = format!(
                "Desde su dirección de red ya se siguen los cambios {MOST_OF_ADDRESS} veces. Cierre una conexión."
            );
            return Err(Failure::later(Code::TooManyRequests, detail, FULL));
        }
        *own += 1;
        Ok(FollowerPlace {
            followers: self.clone(),
            address: address.to_owned(),
        })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for FollowerPlace {
    fn drop(&mut self) {
        let mut all = self.followers.lock();
        if let Some(own) = all.get_mut(&self.address) {
            *own -= 1;
            if *own == 0 {
                all.remove(&self.address);
            }
        }
    }
}
