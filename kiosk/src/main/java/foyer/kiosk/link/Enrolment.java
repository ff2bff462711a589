package foyer.kiosk.link;

import foyer.station.Codec;
import foyer.station.Ids;
import foyer.station.StationId;
import foyer.station.UnreadableMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once in a station's life: it makes its own key, shows the server's one-time token, and is given a certificate. The key
 * never leaves the station; the token is good for nothing afterwards.
 */
public final class Enrolment {
    private static final Logger LOG = LoggerFactory.getLogger(Enrolment.class);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int CARD_KEY_BYTES = 32;

    /** The file the server makes for a new station. */
    record Ticket(String station, String url, String token, String caCertificate, String brokerUrl) {
        @Override
        public String toString() {
            return "Ticket[" + station + "]";
        }
    }

    record Request(String token, String csr) {
        @Override
        public String toString() {
            return "Request[]";
        }
    }

    record Answer(String certificate, String ca, String commandKey, String cardKey, String brokerUrl) {
        @Override
        public String toString() {
            return "Answer[]";
        }
    }

    private final Ticket ticket;
    private final StationId station;
    private final URI url;

    private Enrolment(Ticket ticket, StationId station, URI url) {
        this.ticket = ticket;
        this.station = station;
        this.url = url;
    }

    /** @throws EnrolmentRefused when it is no enrolment file, or would send the token where others can read it */
    public static Enrolment read(Path file) throws EnrolmentRefused {
        try {
            Ticket ticket = Codec.decode(Files.readAllBytes(file), Ticket.class);
            URI url = URI.create(ticket.url());
            if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && Loopback.is(url))) {
                throw new EnrolmentRefused(
                        "the enrolment address must begin with https://, or http:// on this machine: " + url);
            }
            return new Enrolment(ticket, new StationId(ticket.station()), url);
        } catch (IOException e) {
            throw new EnrolmentRefused("the enrolment file cannot be read: " + file);
        } catch (UnreadableMessage | IllegalArgumentException e) {
            throw new EnrolmentRefused(file + " is not an enrolment file: " + e.getMessage());
        }
    }

    /**
     * Tries until the server answers, and writes the identity into {@code dir}.
     *
     * @param closing ends the trying
     * @throws EnrolmentRefused when the server says no: the token is used, expired or another station's
     */
    public void run(Path dir, CountDownLatch closing)
            throws EnrolmentRefused, GeneralSecurityException, InterruptedException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] request = Codec.encode(new Request(ticket.token(), signingRequest(pair)));
        Backoff backoff = new Backoff();
        while (closing.getCount() > 0) {
            try {
                Answer answer = post(request);
                Identity.write(dir, granted(pair, answer), Ids.random());
                return;
            } catch (IOException notNow) {
                LOG.info("not enrolled yet, {} does not answer: {}", url, String.valueOf(notNow.getMessage()));
            }
            if (closing.await(backoff.next(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private Answer post(byte[] body)
            throws IOException, InterruptedException, EnrolmentRefused, GeneralSecurityException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try (HttpClient client = client()) {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            int status = response.statusCode();
            if (status / 100 == 2 && response.body().length > 0) {
                return Codec.decode(response.body(), Answer.class);
            }
            if (status / 100 == 4) {
                throw new EnrolmentRefused("the server refused to enrol station " + station + " (HTTP " + status
                        + "): the token is used, expired or not for this station; have a new enrolment file made");
            }
            throw new IOException("HTTP " + status);
        } catch (UnreadableMessage e) {
            throw new EnrolmentRefused("the server's answer is no enrolment: " + e.getMessage());
        }
    }

    private HttpClient client() throws GeneralSecurityException, IOException {
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(ANSWER).version(HttpClient.Version.HTTP_1_1);
        if ("https".equals(url.getScheme())) {
            KeyStore authority = KeyStore.getInstance("PKCS12");
            authority.load(null, null);
            authority.setCertificateEntry(
                    "ca", certificates(ticket.caCertificate()).getFirst());
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(authority);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, trusted.getTrustManagers(), null);
            builder.sslContext(context);
        }
        return builder.build();
    }

    private String signingRequest(KeyPair pair) {
        try {
            X500Principal name = new X500Principal("CN=" + station.value());
            PKCS10CertificationRequest request = new JcaPKCS10CertificationRequestBuilder(name, pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            StringWriter text = new StringWriter();
            try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
                pem.writeObject(request);
            }
            return text.toString();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("every Java signs with SHA256withECDSA", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Identity.Granted granted(KeyPair pair, Answer answer) throws EnrolmentRefused, GeneralSecurityException {
        List<X509Certificate> chain = certificates(answer.certificate());
        X509Certificate authority = certificates(answer.ca()).getFirst();
        if (!chain.getFirst().getPublicKey().equals(pair.getPublic())) {
            throw new EnrolmentRefused("the server's certificate is for another key than this station's");
        }
        String subject = chain.getFirst().getSubjectX500Principal().getName();
        if (!subject.equals("CN=" + station.value()) && !subject.startsWith("CN=" + station.value() + ",")) {
            throw new EnrolmentRefused("the server's certificate is for " + subject + ", not for " + station);
        }
        new CommandKey(station, answer.commandKey());
        if (Base64.getDecoder().decode(answer.cardKey()).length != CARD_KEY_BYTES) {
            throw new EnrolmentRefused("the server's card key does not have " + CARD_KEY_BYTES + " bytes");
        }
        return new Identity.Granted(
                station,
                pair.getPrivate(),
                chain,
                authority,
                answer.commandKey(),
                answer.cardKey(),
                answer.brokerUrl());
    }

    private static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
        List<X509Certificate> found = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(Enrolment::x509)
                .toList();
        if (found.isEmpty()) {
            throw new GeneralSecurityException("the server sent no certificate");
        }
        return found;
    }

    private static X509Certificate x509(Certificate certificate) {
        return (X509Certificate) certificate;
    }
}
