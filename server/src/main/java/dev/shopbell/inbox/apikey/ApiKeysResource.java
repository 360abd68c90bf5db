package dev.shopbell.inbox.apikey;

import dev.shopbell.integration.ApiKey;
import dev.shopbell.integration.ApiKeyDraft;
import dev.shopbell.integration.ApiKeyId;
import dev.shopbell.integration.ApiKeys;
import dev.shopbell.integration.ApiScope;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The API keys of a store, which Inbox administrators keep.
@Path("/api/staff/stores/{store}/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.INBOX_ADMINISTRATION)
@RunOnVirtualThread
final class ApiKeysResource {

    private final ApiKeys keys;
    private final SignedInStaff staff;

    ApiKeysResource(ApiKeys keys, SignedInStaff staff) {
        this.keys = keys;
        this.staff = staff;
    }

    record ApiKeyView(
            UUID id,
            String name,
            String ending,
            List<ApiScope> scopes,
            String createdBy,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {

        static ApiKeyView of(ApiKey key) {
            return new ApiKeyView(
                    key.id().value(),
                    key.name(),
                    key.ending(),
                    key.scopes().stream().sorted().toList(),
                    key.createdBy(),
                    key.createdAt(),
                    key.lastUsedAt());
        }
    }

    record ApiKeysView(List<ApiKeyView> apiKeys) {

        static ApiKeysView of(List<ApiKey> all) {
            return new ApiKeysView(all.stream().map(ApiKeyView::of).toList());
        }
    }

    record MadeView(ApiKeyView apiKey, String secret) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record WantedKey(@Nullable String name, @Nullable List<String> scopes) {}

    @GET
    public ApiKeysView all() {
        return ApiKeysView.of(keys.all(staff.member().store()));
    }

    /// The one answer that has the key itself. Safe to repeat: as long as the key was not used,
    /// each answer has another one, of which the last is good.
    @PUT
    @Path("{apiKey}")
    @Consumes(MediaType.APPLICATION_JSON)
    public MadeView make(@PathParam("apiKey") UUID key, @Nullable WantedKey body) {
        WantedKey wanted = Body.required(body, "name");
        String name = Body.required(wanted.name(), "name");
        ApiKeys.Made made =
                keys.make(
                        staff.member(),
                        new ApiKeyId(key),
                        new ApiKeyDraft(name, scopes(wanted.scopes())));
        return new MadeView(ApiKeyView.of(made.key()), made.secret().value());
    }

    /// Safe to repeat.
    @DELETE
    @Path("{apiKey}")
    public ApiKeysView revoke(@PathParam("apiKey") UUID key) {
        keys.revoke(staff.member(), new ApiKeyId(key));
        return all();
    }

    private static Set<ApiScope> scopes(@Nullable List<String> words) {
        return Body.required(words, "scopes").stream()
                .map(word -> ApiScope.read(Body.required(word, "scopes")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
