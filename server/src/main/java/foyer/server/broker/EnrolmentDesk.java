package foyer.server.broker;

import foyer.server.ledger.Enrolments;
import foyer.server.ledger.Ledger;
import foyer.station.Ids;
import foyer.station.StationId;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.springframework.stereotype.Component;

/** How a new station gets its certificate: a one-time token that an administrator carries to it, and a key it made itself. */
@Component
public final class EnrolmentDesk {
    /** How long a token is good for. */
    public static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private static final int CURVE_BITS = 256;
    private static final int MOST_REQUEST = 16 * 1024;

    private final Ledger ledger;
    private final Enrolments enrolments;
    private final Authority authority;
    private final CommandKey commandKey;
    private final Broker broker;
    private final Clock clock;

    EnrolmentDesk(
            Ledger ledger,
            Enrolments enrolments,
            Authority authority,
            CommandKey commandKey,
            Broker broker,
            Clock clock) {
        this.ledger = ledger;
        this.enrolments = enrolments;
        this.authority = authority;
        this.commandKey = commandKey;
        this.broker = broker;
        this.clock = clock;
    }

    public sealed interface Answer {
        /**
         * @param certificate the station's, PEM
         * @param ca the authority's, PEM
         * @param commandKey Base64 of the X.509 SubjectPublicKeyInfo (Ed25519) whose signatures the station obeys
         * @param cardKey Base64 of the 32 bytes under which the station's card HMACs are made; a secret
         * @param brokerUrl {@code ssl://host:port}
         */
        record Enrolled(String certificate, String ca, String commandKey, String cardKey, String brokerUrl)
                implements Answer {
            @Override
            public String toString() {
                return "Enrolled[" + brokerUrl + "]";
            }
        }

        record Refused(Why why) implements Answer {}
    }

    public enum Why {
        /** Unknown, expired or used: one answer for all, so that guessing learns nothing. */
        TOKEN,
        /** Not a PKCS#10 request in PEM with a P-256 key, signed by that key. */
        REQUEST,
        /** The request names another station than the token. The token is still good. */
        NAME
    }

    /** Makes the station known; nothing happens when it is. */
    public void register(StationId station, String branch) {
        if (station.value().equals(StationGate.SERVER)) {
            throw new IllegalArgumentException("no station can be called " + StationGate.SERVER);
        }
        ledger.change(() -> enrolments.register(station, branch, CommandKey.newCardKey()));
    }

    /** A new one-time token of 128 bits, good for {@link #TOKEN_LIFE}. Only its digest is kept. */
    public String token(StationId station) {
        String token = Ids.random();
        Instant expires = clock.instant().plus(TOKEN_LIFE);
        ledger.change(() -> enrolments.keepToken(digest(token), station, expires));
        return token;
    }

    /** One step: the token is used up with the same commit that makes the certificate the station's own. */
    public Answer enrol(String token, String requestPem) {
        Optional<Request> request = read(requestPem);
        if (request.isEmpty()) {
            return new Answer.Refused(Why.REQUEST);
        }
        Instant now = clock.instant();
        return ledger.write(() -> {
            Optional<StationId> station = enrolments.ofToken(digest(token), now);
            if (station.isEmpty()) {
                return new Answer.Refused(Why.TOKEN);
            }
            if (!request.get().subject().equals("CN=" + station.get().value())) {
                return new Answer.Refused(Why.NAME);
            }
            X509Certificate certificate =
                    authority.client(station.get().value(), request.get().key());
            String cardKey = enrolments.enrol(digest(token), station.get(), certificate, now);
            return new Answer.Enrolled(
                    KeyFiles.pem(certificate), authority.pem(), commandKey.publicKey(), cardKey, broker.url());
        });
    }

    private record Request(String subject, PublicKey key) {}

    private static Optional<Request> read(String pem) {
        if (pem.length() > MOST_REQUEST) {
            return Optional.empty();
        }
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            if (!(parser.readObject() instanceof PKCS10CertificationRequest parsed)) {
                return Optional.empty();
            }
            PublicKey key = new JcaPKCS10CertificationRequest(parsed).getPublicKey();
            boolean ours = key instanceof ECPublicKey ec
                    && ec.getParams().getCurve().getField().getFieldSize() == CURVE_BITS
                    && parsed.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
            return ours ? Optional.of(new Request(parsed.getSubject().toString(), key)) : Optional.empty();
        } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            // What the parser throws at bytes that are no ASN.1 at all.
            return Optional.empty();
        }
    }

    private static String digest(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
