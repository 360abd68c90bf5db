package dev.shopbell.email.account;

import dev.shopbell.platform.http.Body;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// How the store's mail leaves and comes in, and whether it does.
@Path("/api/staff/stores/{store}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.INBOX_ADMINISTRATION)
@RunOnVirtualThread
final class EmailSettingsResource {

    private final EmailAccounts accounts;
    private final EmailChecks checks;
    private final SignedInStaff staff;

    EmailSettingsResource(EmailAccounts accounts, EmailChecks checks, SignedInStaff staff) {
        this.accounts = accounts;
        this.checks = checks;
        this.staff = staff;
    }

    record WantedVersion(@Nullable Integer version) {}

    record CheckAnswer(@Nullable CheckView check) {}

    @GET
    @Path("email-settings")
    public SettingsView settings() {
        return accounts.view(staff.member().store());
    }

    @PUT
    @Path("email-settings")
    @Consumes(MediaType.APPLICATION_JSON)
    public SettingsView save(@Nullable WantedSettings body) {
        return accounts.save(staff.member(), Body.required(body, "fromName"));
    }

    @PUT
    @Path("email-settings/use")
    @Consumes(MediaType.APPLICATION_JSON)
    public SettingsView use(@Nullable WantedVersion body) {
        String field = "version";
        return accounts.use(
                staff.member(), Body.required(Body.required(body, field).version(), field));
    }

    /// The last one, while it runs and afterwards.
    @GET
    @Path("email-check")
    public CheckAnswer check() {
        return new CheckAnswer(checks.last(staff.member().store()).orElse(null));
    }

    /// Tests what was saved last, else the installation's. Safe to repeat: there is one at a time.
    @POST
    @Path("email-check")
    public CheckAnswer start() {
        return new CheckAnswer(checks.start(staff.member()).orElse(null));
    }
}
