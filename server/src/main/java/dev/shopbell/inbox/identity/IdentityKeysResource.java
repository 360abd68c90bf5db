package dev.shopbell.inbox.identity;

import dev.shopbell.integration.identity.IdentityKey;
import dev.shopbell.integration.identity.IdentityKeyDraft;
import dev.shopbell.integration.identity.IdentityKeyId;
import dev.shopbell.integration.identity.IdentityKeys;
import dev.shopbell.integration.identity.TokenAlgorithm;
import dev.shopbell.platform.http.Body;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The keys by which a store vouches for its customers, which Inbox administrators keep.
@Path("/api/staff/stores/{store}/identity-keys")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.INBOX_ADMINISTRATION)
@RunOnVirtualThread
final class IdentityKeysResource {

    private final IdentityKeys keys;
    private final SignedInStaff staff;

    IdentityKeysResource(IdentityKeys keys, SignedInStaff staff) {
        this.keys = keys;
        this.staff = staff;
    }

    record IdentityKeyView(
            UUID id,
            String name,
            TokenAlgorithm algorithm,
            String createdBy,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {

        static IdentityKeyView of(IdentityKey key) {
            return new IdentityKeyView(
                    key.id().value(),
                    key.name(),
                    key.algorithm(),
                    key.createdBy(),
                    key.createdAt(),
                    key.lastUsedAt());
        }
    }

    record IdentityKeysView(List<IdentityKeyView> identityKeys) {

        static IdentityKeysView of(List<IdentityKey> all) {
            return new IdentityKeysView(all.stream().map(IdentityKeyView::of).toList());
        }
    }

    /// `secret` is null where the store keeps the other half of the key.
    record MadeView(IdentityKeyView identityKey, @Nullable String secret) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record WantedKey(
            @Nullable String name, @Nullable String algorithm, @Nullable String publicKey) {}

    @GET
    public IdentityKeysView all() {
        return IdentityKeysView.of(keys.all(staff.member().store()));
    }

    /// The one answer that has the secret itself. Safe to repeat: as long as the key was not used,
    /// each answer has another one, of which the last is good.
    @PUT
    @Path("{identityKey}")
    @Consumes(MediaType.APPLICATION_JSON)
    public MadeView make(@PathParam("identityKey") UUID key, @Nullable WantedKey body) {
        WantedKey wanted = Body.required(body, "name");
        String name = Body.required(wanted.name(), "name");
        String algorithm = Body.required(wanted.algorithm(), "algorithm");
        IdentityKeys.Made made =
                keys.make(
                        staff.member(),
                        new IdentityKeyId(key),
                        new IdentityKeyDraft(
                                name, TokenAlgorithm.read(algorithm), wanted.publicKey()));
        return new MadeView(IdentityKeyView.of(made.key()), made.secret());
    }

    /// Safe to repeat.
    @DELETE
    @Path("{identityKey}")
    public IdentityKeysView revoke(@PathParam("identityKey") UUID key) {
        keys.revoke(staff.member(), new IdentityKeyId(key));
        return all();
    }
}
