package dev.shopbell.commerce;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.secret.InstallationSecret;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Knows again who was erased, without knowing who they were: of each a MAC is kept, and until when
/// they were. What changed over there until then and is told afterwards, by an import that begins
/// again or a request that was late, is not kept; what changed later is of somebody new.
///
/// Whoever keeps something asks first, and holds off erasing until its transaction ends: else what
/// it read before could be written after.
@Singleton
public final class Erased {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    Erased(InstallationSecret secret) {
        this.key = secret.keyFor("erased subject 1", ALGORITHM);
    }

    /// Those of somebody who were erased, each with the moment until which.
    static final class Moments {

        private final Map<Subject, Instant> moments;

        private Moments(Map<Subject, Instant> moments) {
            this.moments = Map.copyOf(moments);
        }

        boolean isEmpty() {
            return moments.isEmpty();
        }

        boolean hold(ShopCustomer customer) {
            return holds(Subject.customer(customer.id()), customer.changedAt());
        }

        boolean hold(Order order) {
            return of(order).anyMatch(subject -> holds(subject, order.changedAt()));
        }

        private boolean holds(Subject subject, Instant changedAt) {
            Instant until = moments.get(subject);
            return until != null && !changedAt.isAfter(until);
        }
    }

    /// Refuses a cart of an erased customer.
    public void check(StoreTransaction tx, StoreId store, ExternalId customer, Instant changedAt) {
        Subject subject = Subject.customer(customer);
        refuseIf(among(tx, store, List.of(subject)).holds(subject, changedAt));
    }

    void check(StoreTransaction tx, StoreId store, ShopCustomer customer) {
        refuseIf(among(tx, store, List.of(Subject.customer(customer.id()))).hold(customer));
    }

    void check(StoreTransaction tx, StoreId store, Order order) {
        refuseIf(among(tx, store, of(order).toList()).hold(order));
    }

    /// Of a whole part of an import.
    Moments among(StoreTransaction tx, StoreId store, ImportPart part) {
        return among(
                tx,
                store,
                Stream.concat(
                                part.customers.stream().map(each -> Subject.customer(each.id())),
                                part.orders.stream().flatMap(Erased::of))
                        .distinct()
                        .toList());
    }

    /// From now on these are known again. The transaction waits for those that keep something just
    /// now, and they for it.
    public void hold(StoreTransaction tx, StoreId store, Collection<Subject> subjects, Instant at) {
        new ErasedSql(tx, store).save(subjects.stream().map(this::mac).toList(), at);
    }

    /// Before anything is erased: nobody keeps anything until the transaction ends.
    public void begin(StoreTransaction tx, StoreId store) {
        new ErasedSql(tx, store).lock();
    }

    private Moments among(StoreTransaction tx, StoreId store, List<Subject> subjects) {
        ErasedSql sql = new ErasedSql(tx, store);
        sql.lockShared();
        if (subjects.isEmpty() || !sql.hasAny()) {
            return new Moments(Map.of());
        }
        Map<String, Subject> byMac =
                subjects.stream().collect(Collectors.toMap(this::mac, Function.identity()));
        return new Moments(
                sql.among(byMac.keySet()).entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        each -> byMac.get(each.getKey()), Map.Entry::getValue)));
    }

    /// Who bought as nobody's customer is known by their address.
    private static Stream<Subject> of(Order order) {
        String customer = order.customerId();
        String email = order.email();
        if (customer != null) {
            return Stream.of(Subject.customer(customer));
        }
        return email == null ? Stream.empty() : Stream.of(Subject.email(email));
    }

    private static void refuseIf(boolean isErased) {
        if (isErased) {
            throw new RefusedException(CommerceRefusal.ERASED_SINCE);
        }
    }

    private String mac(Subject subject) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(subject.kind().name().getBytes(UTF_8));
            mac.update((byte) 0);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(subject.name().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
