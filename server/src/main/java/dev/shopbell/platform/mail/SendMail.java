package dev.shopbell.platform.mail;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.job.Job;
import dev.shopbell.platform.mail.Delivery.Outcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Hands one mail over. Repeated after a crash it sends the same bytes under the same Message-ID,
/// by which the other side may know that it has them.
@Singleton
final class SendMail implements Job<SendMail.Which> {

    private final Database database;
    private final InstallationSmtp installation;
    private final Delivery delivery;
    private final InstantSource clock;

    SendMail(
            Database database,
            InstallationSmtp installation,
            Delivery delivery,
            InstantSource clock) {
        this.database = database;
        this.installation = installation;
        this.delivery = delivery;
        this.clock = clock;
    }

    record Which(UUID mail) {}

    @Override
    public String name() {
        return "mail.send";
    }

    @Override
    public Class<Which> data() {
        return Which.class;
    }

    @Override
    public Duration waitAfter(int failures) {
        return Delivery.waitAfter(Job.super.waitAfter(failures));
    }

    @Override
    public void run(Which which) {
        MailId id = new MailId(which.mail());
        Optional<Delivery.Waiting> waiting = database.acrossStores(tx -> MailSql.waiting(tx, id));
        if (waiting.isEmpty()) {
            return; // sent before the server died
        }
        Outcome outcome = delivery.attempt(installation.server().orElse(null), waiting.get(), this);
        Instant now = clock.instant();
        switch (outcome) {
            case Outcome.Taken(MailServer by) -> {
                int _ = database.acrossStores(tx -> MailSql.sent(tx, id, now));
                delivery.isBack(by);
            }
            case Outcome.Refused(String reason) -> {
                int _ = database.acrossStores(tx -> MailSql.refused(tx, id, reason, now));
            }
            case Outcome.PutOff(_, _, RuntimeException again) -> throw again;
        }
    }
}
