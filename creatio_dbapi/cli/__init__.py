"""The console command `creatio`, on the public surface of the driver."""
