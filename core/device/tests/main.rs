//! Tests of the tablet's core through the object that the app calls.

#[cfg(test)]
mod drafts;
#[cfg(test)]
mod finish;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod numbers;
#[cfg(test)]
mod office;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod peer;
#[cfg(test)]
mod random;
#[cfg(test)]
mod register;
#[cfg(test)]
mod returned;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod search;
#[cfg(test)]
mod sync_store;
#[cfg(test)]
mod two_tablets;
