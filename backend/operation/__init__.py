"""Running Haqqi on one machine: embedded servers, migrations, training, the process manager."""
