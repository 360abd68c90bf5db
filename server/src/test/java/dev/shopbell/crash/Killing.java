package dev.shopbell.crash;

/// Who is killed, by `kill -9`, and what brings them back.
enum Killing {
    /// The server; started again by whoever runs it.
    SERVER {
        @Override
        void strike(Shop shop) {
            shop.server().kill();
            shop.start();
        }
    },
    /// PostgreSQL; started again by the server.
    POSTGRES {
        @Override
        void strike(Shop shop) {
            shop.cluster().kill();
        }
    },
    /// Both, as when the power fails.
    BOTH {
        @Override
        void strike(Shop shop) {
            shop.server().kill();
            shop.cluster().kill();
            shop.start();
        }
    };

    abstract void strike(Shop shop);
}
