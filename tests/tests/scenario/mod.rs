//! One scenario a file.

mod answer;
mod any_order;
mod bad_input;
mod canaries;
mod demo;
mod desk;
mod ends;
mod forgotten;
mod kill;
mod laws;
mod old_and_new;
mod private;
mod strange_devices;
mod walk;
mod wrong_sender;
