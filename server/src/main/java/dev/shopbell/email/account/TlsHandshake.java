package dev.shopbell.email.account;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Begins TLS as every mail of ours does, and knows why it does not work.
final class TlsHandshake {

    private final X509ExtendedTrustManager trust;
    private final InstantSource clock;

    TlsHandshake(X509ExtendedTrustManager trust, InstantSource clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /// Trusts whom this Java trusts.
    static TlsHandshake usual(InstantSource clock) {
        return new TlsHandshake(trusting(null), clock);
    }

    /// @param anchors null: those of this Java
    static X509ExtendedTrustManager trusting(@Nullable KeyStore anchors) {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(anchors);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java trusts nobody", e);
        }
    }

    SSLSocket on(Socket socket, String host) throws CheckFailedException, IOException {
        Witness witness = new Witness(trust);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {witness}, null);
            SSLSocket secured =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(socket, host, socket.getPort(), true);
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 7817 asks for the same
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return secured;
        } catch (SSLException _) {
            throw witness.failure(clock.instant());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /// Remembers whom it was shown, and whether that was trusted before the name was looked at.
    private static final class Witness extends X509ExtendedTrustManager {

        private final X509ExtendedTrustManager trust;
        private @Nullable X509Certificate shown;
        private boolean isTrusted;

        Witness(X509ExtendedTrustManager trust) {
            this.trust = trust;
        }

        CheckFailedException failure(Instant now) {
            X509Certificate certificate = shown;
            if (certificate == null) {
                return new CheckFailedException("no_tls");
            }
            if (certificate.getNotAfter().toInstant().isBefore(now)) {
                return new CheckFailedException(
                        "certificate_expired", certificate.getNotAfter().toInstant().toString());
            }
            return isTrusted
                    ? new CheckFailedException("certificate_of_another", names(certificate))
                    : new CheckFailedException(
                            "certificate_unknown", certificate.getIssuerX500Principal().getName());
        }

        private static String names(X509Certificate certificate) {
            List<String> names = new ArrayList<>();
            try {
                Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
                for (List<?> name : alternatives == null ? List.<List<?>>of() : alternatives) {
                    names.add(String.valueOf(name.get(1)));
                }
            } catch (CertificateException _) {
                names.clear();
            }
            return names.isEmpty()
                    ? certificate.getSubjectX500Principal().getName()
                    : String.join(", ", names);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
                throws CertificateException {
            shown = chain[0];
            trust.checkServerTrusted(chain, kind);
            isTrusted = true;
            trust.checkServerTrusted(chain, kind, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
                throws CertificateException {
            trust.checkServerTrusted(chain, kind, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind)
                throws CertificateException {
            trust.checkServerTrusted(chain, kind);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
                throws CertificateException {
            trust.checkClientTrusted(chain, kind, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
                throws CertificateException {
            trust.checkClientTrusted(chain, kind, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind)
                throws CertificateException {
            trust.checkClientTrusted(chain, kind);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return trust.getAcceptedIssuers();
        }
    }
}
