package dev.shopbell.staff.invitation;

import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.mail.Mails;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffRefusal;
import dev.shopbell.staff.team.Authority;
import dev.shopbell.staff.team.Members;
import dev.shopbell.staff.team.RoleId;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asking people to work in a store. A link is in one mail or in one answer, and nowhere else; a
/// new one ends the old.
@Singleton
public final class Invitations {

    private final Database database;
    private final Installation installation;
    private final Members members;
    private final Mails mails;
    private final Audits audits;
    private final Ids ids;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(
            Database database,
            Installation installation,
            Members members,
            Mails mails,
            Audits audits,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.installation = installation;
        this.members = members;
        this.mails = mails;
        this.audits = audits;
        this.ids = ids;
        this.clock = clock;
    }

    /// An invitation with the link that opens it.
    public record WithLink(Invitation invitation, String link) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// Whether invitations are mailed. Where they are not, links can be copied.
    public boolean areMailed() {
        return mails.canSend();
    }

    public List<Invitation> all(StoreId store) {
        return database.inStore(store, tx -> new InvitationSql(tx, store).all());
    }

    /// Invites somebody, and mails them the link if mail is set up. An invitation that has expired
    /// or was declined makes room for this one.
    public Invitation invite(Member by, EmailAddress email, Set<RoleId> roles) {
        return database.inStore(
                by.store(),
                tx -> {
                    Members.wanted(tx, by, roles);
                    InvitationSql sql = new InvitationSql(tx, by.store());
                    checkFree(tx, sql, by, email);
                    InvitationId id = new InvitationId(ids.next());
                    Instant now = clock.instant();
                    Link link = Link.draw(random, now);
                    if (!sql.insert(id, email, link, by.staff(), now)) {
                        throw new RefusedException(InvitationRefusal.ALREADY_INVITED, "email");
                    }
                    sql.giveRoles(id, roles);
                    if (areMailed()) {
                        mail(tx, by, email, link);
                    }
                    return recorded(tx, by, "staff_invited", sql.find(id).orElseThrow());
                });
    }

    /// Mails a new link. The old one is over.
    public Invitation mailAgain(Member by, InvitationId id) {
        return database.inStore(
                by.store(),
                tx -> {
                    Link link = renewed(tx, by, id);
                    if (!areMailed()) {
                        throw new RefusedException(StaffRefusal.MAIL_NOT_SET_UP);
                    }
                    Invitation invitation =
                            new InvitationSql(tx, by.store()).find(id).orElseThrow();
                    mail(tx, by, invitation.email(), link);
                    return recorded(tx, by, "invitation_mailed", invitation);
                });
    }

    /// Makes a new link, to be passed on by hand. The old one is over.
    public WithLink copyLink(Member by, InvitationId id) {
        return database.inStore(
                by.store(),
                tx -> {
                    Link link = renewed(tx, by, id);
                    Invitation invitation =
                            new InvitationSql(tx, by.store()).find(id).orElseThrow();
                    return new WithLink(
                            recorded(tx, by, "invitation_link_made", invitation),
                            link.at(origin()));
                });
    }

    /// Whoever joins by it has these roles instead. The link stays as it is.
    public Invitation giveRoles(Member by, InvitationId id, Set<RoleId> roles) {
        return database.inStore(
                by.store(),
                tx -> {
                    Members.wanted(tx, by, roles);
                    changeable(tx, by, id);
                    InvitationSql sql = new InvitationSql(tx, by.store());
                    sql.takeRoles(id);
                    sql.giveRoles(id, roles);
                    return recorded(tx, by, "invitation_roles_given", sql.find(id).orElseThrow());
                });
    }

    /// It is gone, and its link over.
    public void withdraw(Member by, InvitationId id) {
        database.inStore(
                by.store(),
                tx -> {
                    Invitation invitation = changeable(tx, by, id);
                    recorded(tx, by, "invitation_withdrawn", invitation);
                    return new InvitationSql(tx, by.store()).delete(id);
                });
    }

    private void checkFree(StoreTransaction tx, InvitationSql sql, Member by, EmailAddress email) {
        members.find(tx, by.store(), email)
                .ifPresent(member -> {
                    throw new RefusedException(
                            member.isActive()
                                    ? InvitationRefusal.ALREADY_MEMBER
                                    : InvitationRefusal.MEMBER_DEACTIVATED,
                            "email");
                });
        sql.findByEmail(email)
                .filter(old ->
                        old.standing(clock.instant()) != Invitation.Standing.PENDING
                                && sql.lock(old.id()))
                .ifPresent(old -> sql.delete(old.id()));
    }

    private Link renewed(StoreTransaction tx, Member by, InvitationId id) {
        changeable(tx, by, id);
        Link link = Link.draw(random, clock.instant());
        new InvitationSql(tx, by.store()).renew(id, link);
        return link;
    }

    /// Whoever may not give these roles may not hand out the key to them either.
    private static Invitation changeable(StoreTransaction tx, Member by, InvitationId id) {
        InvitationSql sql = new InvitationSql(tx, by.store());
        if (!sql.lock(id)) {
            throw new RefusedException(HttpRefusal.NOT_FOUND);
        }
        Invitation invitation = sql.find(id).orElseThrow();
        Authority.check(by, invitation.permissions());
        return invitation;
    }

    private void mail(StoreTransaction tx, Member by, EmailAddress email, Link link) {
        mails.send(
                tx.handle(),
                InvitationLetter.to(email, by.storeName(), by.name(), link.at(origin())));
    }

    private String origin() {
        return installation.publicUrl().orElseThrow().origin();
    }

    private Invitation recorded(
            StoreTransaction tx, Member by, String action, Invitation invitation) {
        audits.record(
                tx,
                by.store(),
                new Actor(by.staff().value(), by.name()),
                action,
                Map.of(
                        "email",
                        invitation.email().value(),
                        "roles",
                        invitation.roles().stream().map(role -> role.name()).toList()));
        return invitation;
    }
}
