//! The server as tablets and the command line meet it: one binary, a file a subject.

#[cfg(test)]
mod access;
#[cfg(test)]
mod any_order;
#[cfg(test)]
mod command;
#[cfg(test)]
mod enrolment;
#[cfg(test)]
mod feed;
#[cfg(test)]
mod harness;
#[cfg(test)]
mod held;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod import;
#[cfg(test)]
mod kill;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod rebuild;
#[cfg(test)]
mod scope;
#[cfg(test)]
mod tablet;
