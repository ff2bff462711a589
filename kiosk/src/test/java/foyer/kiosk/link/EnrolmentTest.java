package foyer.kiosk.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import foyer.station.Codec;
import foyer.station.StationId;
import foyer.station.UnreadableMessage;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EnrolmentTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path dir;

    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private KeyPair authority;
    private HttpServer server;
    private String name = "ilukste-1";
    private int refusals;

    @BeforeEach
    void start() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(256);
        authority = keys.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/station-enrolment", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void aStationGetsItsIdentityAndKeepsItToItself() throws Exception {
        assertThat(Identity.read(dir)).isEmpty();
        Enrolment.read(file("http://127.0.0.1:" + port())).run(dir, open);
        Identity identity = Identity.read(dir).orElseThrow();
        assertThat(identity.station()).isEqualTo(new StationId("ilukste-1"));
        assertThat(identity.broker()).hasScheme("ssl").hasPort(8883);
        assertThat(identity.cardKey()).hasSize(32);
        assertThat(identity.tls().getProtocol()).isEqualTo("TLSv1.3");
        for (String kept : new String[] {"identity.p12", "identity.properties"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(kept))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aServerThatCannotAnswerYetIsAskedAgain() throws Exception {
        refusals = 503;
        Enrolment.read(file("http://127.0.0.1:" + port())).run(dir, open);
        assertThat(asked.get()).isEqualTo(2);
        assertThat(Identity.read(dir)).isPresent();
    }

    @Test
    void aRefusedTokenIsToldInWordsAndNotTriedAgain() throws Exception {
        refusals = 403;
        Enrolment enrolment = Enrolment.read(file("http://127.0.0.1:" + port()));
        assertThatThrownBy(() -> enrolment.run(dir, open))
                .isInstanceOf(EnrolmentRefused.class)
                .hasMessageContaining("new enrolment file")
                .hasMessageNotContaining(TOKEN);
        assertThat(asked.get()).isEqualTo(1);
        assertThat(Identity.read(dir)).isEmpty();
    }

    @Test
    void aCertificateForAnotherStationIsNotTaken() throws Exception {
        name = "livani-1";
        Enrolment enrolment = Enrolment.read(file("http://127.0.0.1:" + port()));
        assertThatThrownBy(() -> enrolment.run(dir, open))
                .isInstanceOf(EnrolmentRefused.class)
                .hasMessageContaining("livani-1");
        assertThat(Identity.read(dir)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1:8080", "ftp://127.0.0.1", "nonsense"})
    void theTokenIsNotSentWhereOthersCanReadIt(String url) throws Exception {
        Path file = file(url);
        assertThatThrownBy(() -> Enrolment.read(file)).isInstanceOf(EnrolmentRefused.class);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private Path file(String url) throws IOException {
        Path file = dir.resolve("enrolment.json");
        Files.write(
                file,
                Codec.encode(Map.of(
                        "station", "ilukste-1",
                        "url", url + "/station-enrolment",
                        "token", TOKEN,
                        "caCertificate", "",
                        "brokerUrl", "ssl://localhost:8883")));
        return file;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int count = asked.incrementAndGet();
            if (refusals != 0 && count == 1) {
                exchange.sendResponseHeaders(refusals, -1);
                return;
            }
            Enrolment.Request request = Codec.decode(exchange.getRequestBody().readAllBytes(), Enrolment.Request.class);
            assertThat(request.token()).isEqualTo(TOKEN);
            byte[] answer = Codec.encode(enrolled(request.csr()));
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (UnreadableMessage | GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    private Enrolment.Answer enrolled(String csr)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        PKCS10CertificationRequest request;
        try (PEMParser parser = new PEMParser(new StringReader(csr))) {
            request = (PKCS10CertificationRequest) parser.readObject();
        }
        assertThat(request.getSubject().toString()).isEqualTo("CN=ilukste-1");
        PublicKey key = new JcaPKCS10CertificationRequest(request).getPublicKey();
        KeyPair commands = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return new Enrolment.Answer(
                pem(certificate(name, key)),
                pem(certificate("ca", authority.getPublic())),
                Base64.getEncoder().encodeToString(commands.getPublic().getEncoded()),
                Base64.getEncoder().encodeToString(new byte[32]),
                "ssl://localhost:8883");
    }

    private X509Certificate certificate(String subject, PublicKey key)
            throws GeneralSecurityException, OperatorCreationException {
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                new X500Principal("CN=ca"),
                                BigInteger.ONE,
                                Date.from(now.minus(Duration.ofHours(1))),
                                Date.from(now.plus(Duration.ofHours(1))),
                                new X500Principal("CN=" + subject),
                                key)
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
    }

    private static String pem(X509Certificate certificate) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(certificate);
        }
        return text.toString();
    }
}
