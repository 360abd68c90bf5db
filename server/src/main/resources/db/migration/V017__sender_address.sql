-- A block by network address holds for where the sender last wrote from: each message keeps that up to date, in the place of the address before.
GRANT UPDATE (address_hash) ON visitor TO shopbell_server;
