package dev.shopbell.staff;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.text.EmailAddress;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Who is signed in. Looked up at every request; the answer is kept for less than the five seconds
/// within which a revocation must take hold.
@Singleton
public final class Sessions {

    /// How long one stays signed in.
    public static final Duration LIFETIME = Duration.ofDays(30);

    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final int MOST_CACHED = 50_000;

    private final Database database;
    private final PasswordHashes hashes;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final LoadingCache<SessionToken, Optional<Session>> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_CACHED).build(this::read);

    Sessions(Database database, PasswordHashes hashes, InstantSource clock) {
        this.database = database;
        this.hashes = hashes;
        this.clock = clock;
    }

    /// What signing in led to.
    public sealed interface SignIn {
        record Done(SessionToken token, Session session) implements SignIn {}

        /// Address or password is not right; which one is nobody's business.
        record Refused() implements SignIn {}
    }

    public SignIn signIn(EmailAddress email, String password) {
        Optional<StaffSql.Account> account =
                database.acrossStores(tx -> StaffSql.account(tx, email));
        if (account.isEmpty()) {
            hashes.matchNobody(password);
            return new SignIn.Refused();
        }
        if (!hashes.matches(password, account.get().passwordHash())) {
            return new SignIn.Refused();
        }
        return begin(account.get().staff());
    }

    /// Signs in a person who has proven who they are.
    public SignIn.Done begin(Staff staff) {
        SessionToken token = SessionToken.draw(random);
        Instant now = clock.instant();
        Session session =
                database.acrossStores(tx -> {
                    StaffSql.deleteEnded(tx, staff.id(), now);
                    StaffSql.insertSession(tx, token.hash(), staff.id(), now, now.plus(LIFETIME));
                    return session(tx, staff, now.plus(LIFETIME));
                });
        return new SignIn.Done(token, session);
    }

    public void end(SessionToken token) {
        database.acrossStores(tx -> StaffSql.deleteSession(tx, token.hash()));
        known.invalidate(token);
    }

    /// The session of this token; empty when there is none, it is over, or its person may no longer
    /// sign in.
    public Optional<Session> find(SessionToken token) {
        return known.get(token).filter(session -> session.expiresAt().isAfter(clock.instant()));
    }

    private Optional<Session> read(SessionToken token) {
        return database.acrossStores(tx ->
                StaffSql.signedIn(tx, token.hash())
                        .map(found -> session(tx, found.staff(), found.expiresAt())));
    }

    private static Session session(Handle tx, Staff staff, Instant expiresAt) {
        return new Session(staff, StaffSql.memberships(tx, staff), expiresAt);
    }
}
