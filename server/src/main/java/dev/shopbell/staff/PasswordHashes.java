package dev.shopbell.staff;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/// Argon2id, 19 MiB and two passes (OWASP Password Storage Cheat Sheet). Few at a time: the memory
/// is the defence, and must not become the attack.
@Singleton
final class PasswordHashes {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 4;

    private final Argon2Function argon2 =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final Semaphore running = new Semaphore(AT_ONCE);
    private final String nobodys = hash("an account that does not exist");

    String hash(String password) {
        running.acquireUninterruptibly();
        try {
            return Password.hash(password).addRandomSalt().with(argon2).getResult();
        } finally {
            running.release();
        }
    }

    boolean matches(String password, String hash) {
        running.acquireUninterruptibly();
        try {
            return Password.check(password, hash).with(argon2);
        } finally {
            running.release();
        }
    }

    /// Takes as long as a real check, so that a stranger cannot tell whose addresses have accounts.
    void matchNobody(String password) {
        boolean _ = matches(password, nobodys);
    }
}
