-- They go with whom they are of, which is the owner's to do.
REVOKE DELETE ON cart, cart_told, cart_snapshot, message_context FROM shopbell_server;
