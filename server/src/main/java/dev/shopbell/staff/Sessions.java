package dev.shopbell.staff;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.RecentReads;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.platform.text.EmailAddress;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
    private final Ids ids;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final RecentReads<SessionToken, Optional<Session>> known =
            new RecentReads<>(KEPT, MOST_CACHED, this::read);

    Sessions(Database database, PasswordHashes hashes, Ids ids, InstantSource clock) {
        this.database = database;
        this.hashes = hashes;
        this.ids = ids;
        this.clock = clock;
    }

    /// What signing in led to.
    public sealed interface SignIn {
        record Done(SessionToken token, Session session) implements SignIn {}

        /// Address or password is not right; which one is nobody's business.
        record Refused() implements SignIn {}
    }

    public SignIn signIn(EmailAddress email, String password, Device device) {
        Optional<StaffSql.Account> account =
                database.acrossStores(tx -> StaffSql.account(tx, email));
        if (account.isEmpty()) {
            hashes.matchNobody(password);
            return new SignIn.Refused();
        }
        if (!hashes.matches(password, account.get().passwordHash())) {
            return new SignIn.Refused();
        }
        return begin(account.get().staff(), device);
    }

    /// Signs in a person who has proven who they are.
    public SignIn.Done begin(Staff staff, Device device) {
        SessionId id = new SessionId(ids.next());
        SessionToken token = SessionToken.draw(random);
        Instant now = clock.instant();
        Session session =
                database.acrossStores(tx -> {
                    Instant until = now.plus(LIFETIME);
                    SessionSql.deleteEnded(tx, staff.id(), now);
                    SessionSql.insert(tx, token.hash(), id, staff.id(), device, now, until);
                    return session(tx, new SessionSql.SignedIn(id, staff, until));
                });
        return new SignIn.Done(token, session);
    }

    public void end(SessionToken token) {
        database.acrossStores(tx -> SessionSql.delete(tx, token.hash()));
        known.forget(token);
    }

    /// The session of this token; empty when there is none, it is over, or its person may no longer
    /// sign in.
    public Optional<Session> find(SessionToken token) {
        return known.get(token).filter(session -> session.expiresAt().isAfter(clock.instant()));
    }

    /// The same session with their stores as they are now, and not five seconds ago.
    public Session refreshed(Session session) {
        known.forgetIf(kept -> kept.filter(session::equals).isPresent());
        return database.acrossStores(tx ->
                session(
                        tx,
                        new SessionSql.SignedIn(
                                session.id(), session.staff(), session.expiresAt())));
    }

    /// Everything this person is signed in with, what was used last first.
    public List<KnownSession> of(StaffId staff) {
        return database.acrossStores(tx -> SessionSql.all(tx, staff, clock.instant()));
    }

    /// Ends another session of the same person; says whether there was one. It is over everywhere
    /// within five seconds.
    public boolean end(StaffId staff, SessionId id) {
        return database.acrossStores(tx -> SessionSql.delete(tx, staff, id)) > 0;
    }

    /// Ends every session of this person but this one.
    public void endOthers(Session kept) {
        database.acrossStores(tx -> SessionSql.deleteOthers(tx, kept.staff().id(), kept.id()));
    }

    private Optional<Session> read(SessionToken token) {
        return database.acrossStores(
                tx -> SessionSql.signedIn(tx, token.hash()).map(found -> session(tx, found)));
    }

    private static Session session(Handle tx, SessionSql.SignedIn found) {
        return new Session(
                found.id(),
                found.staff(),
                StaffSql.memberships(tx, found.staff()),
                found.expiresAt());
    }
}
