package foyer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.server.broker.EnrolmentDesk;
import foyer.station.BinId;
import foyer.station.Birth;
import foyer.station.Codec;
import foyer.station.CompartmentId;
import foyer.station.Epoch;
import foyer.station.EventBatch;
import foyer.station.EventEnvelope;
import foyer.station.EventEnvelope.ClockQuality;
import foyer.station.Ids;
import foyer.station.Link;
import foyer.station.LinkId;
import foyer.station.ServerMessage;
import foyer.station.Signed;
import foyer.station.StationEvent;
import foyer.station.StationId;
import foyer.station.Topics;
import foyer.station.UnreadableMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A station as the server sees one: a certificate, a connection, and whatever a test makes it say. */
public final class TestStation implements MqttCallback, AutoCloseable {
    public static final Duration SOON = Duration.ofSeconds(20);
    private static final long WAIT_MS = 20_000;

    /** The client's words for a connection that is not there to be ended. */
    private static final Object[] GONE = {
        (int) MqttClientException.REASON_CODE_CLIENT_ALREADY_DISCONNECTED,
        (int) MqttClientException.REASON_CODE_CLIENT_DISCONNECTING,
        (int) MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED,
        (int) MqttClientException.REASON_CODE_CONNECTION_LOST,
        // The broker's end and ours crossed: the client then waits for an answer that nobody sends.
        (int) MqttClientException.REASON_CODE_CLIENT_TIMEOUT
    };

    private static final long GOODBYE_MS = 2_000;

    public final StationId id;
    private final Keys keys;
    private final EnrolmentDesk.Answer.Enrolled enrolled;
    private final String url;
    private final List<ServerMessage> heard = new CopyOnWriteArrayList<>();
    private final List<ServerMessage.Desired> desired = new CopyOnWriteArrayList<>();
    private final List<MqttAsyncClient> clients = new ArrayList<>();

    TestStation(StationId id, Keys keys, EnrolmentDesk.Answer.Enrolled enrolled, String url) {
        this.id = id;
        this.keys = keys;
        this.enrolled = enrolled;
        this.url = url;
    }

    /** The key a station makes for itself. */
    public record Keys(KeyPair pair, String request) {
        public static Keys make(String name) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                KeyPair pair = generator.generateKeyPair();
                StringWriter text = new StringWriter();
                try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
                    pem.writeObject(
                            new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=" + name), pair.getPublic())
                                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
                }
                return new Keys(pair, text.toString());
            } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public TestStation connected() throws MqttException {
        connect(id.value(), context(true));
        return this;
    }

    /** The same station with its certificate, against a server that was started again. */
    public TestStation at(int port) {
        return new TestStation(id, keys, enrolled, "ssl://127.0.0.1:" + port);
    }

    public MqttAsyncClient connect(String clientId, SSLContext tls) throws MqttException {
        MqttAsyncClient client = new MqttAsyncClient(url, clientId, new MemoryPersistence());
        clients.add(client);
        client.setCallback(this);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setAutomaticReconnect(false);
        options.setSocketFactory(tls.getSocketFactory());
        client.connect(options).waitForCompletion(WAIT_MS);
        client.subscribe(new String[] {Topics.ACK.of(id), Topics.DESIRED.of(id)}, new int[] {1, 1})
                .waitForCompletion(WAIT_MS);
        return client;
    }

    /** TLS that trusts the server's authority, with this station's certificate or without. */
    public SSLContext context(boolean own) {
        try {
            char[] none = new char[0];
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, none);
            store.setCertificateEntry("ca", certificate(enrolled.ca()));
            KeyManagerFactory key = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            KeyStore mine = KeyStore.getInstance("PKCS12");
            mine.load(null, none);
            if (own) {
                mine.setKeyEntry("own", keys.pair().getPrivate(), none, new Certificate[] {
                    certificate(enrolled.certificate()), certificate(enrolled.ca())
                });
            }
            key.init(mine, none);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(key.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public EnrolmentDesk.Answer.Enrolled enrolled() {
        return enrolled;
    }

    public static Certificate certificate(String pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    public IMqttToken say(Topics kind, byte[] payload, boolean retained) throws MqttException {
        IMqttToken token = clients.getLast().publish(kind.of(id), payload, 1, retained);
        token.waitForCompletion(WAIT_MS);
        return token;
    }

    public void birth(Epoch epoch, long firstSeq, long lastSeq, long desiredVersion) throws MqttException {
        List<Birth.CompartmentPlan> wall = List.of(
                new Birth.CompartmentPlan(new CompartmentId("1"), Birth.Size.S, Birth.Height.LOW, 0, 0, 1, 1),
                new Birth.CompartmentPlan(new CompartmentId("2"), Birth.Size.M, Birth.Height.MIDDLE, 0, 1, 1, 1));
        birth(epoch, firstSeq, lastSeq, desiredVersion, wall);
    }

    public void birth(Epoch epoch, long firstSeq, long lastSeq, long desiredVersion, List<Birth.CompartmentPlan> wall)
            throws MqttException {
        Birth birth = new Birth(
                epoch,
                1,
                new LinkId(Ids.random()),
                firstSeq,
                lastSeq,
                desiredVersion,
                "test",
                wall,
                List.of(new BinId("A")));
        say(Topics.BIRTH, Codec.encode(birth), false);
    }

    public void link(String linkId, boolean online) throws MqttException {
        say(Topics.LINK, Codec.encode(new Link(new LinkId(linkId), online)), true);
    }

    public void events(Epoch epoch, long from, StationEvent... events) throws MqttException {
        List<EventEnvelope> envelopes = new ArrayList<>();
        for (StationEvent event : events) {
            envelopes.add(envelope(from + envelopes.size(), event));
        }
        say(Topics.EVT, Codec.encode(new EventBatch(epoch, envelopes)), false);
    }

    public static EventEnvelope envelope(long seq, StationEvent event) {
        return new EventEnvelope(seq, 1, seq, Instant.now(), ClockQuality.NTP, event);
    }

    /** Waits until the server says this of the epoch, whatever it says besides. */
    public void awaitAck(Epoch epoch, long seq) {
        await().atMost(SOON).until(() -> heard.contains(new ServerMessage.Ack(epoch, seq)));
    }

    public void awaitResend(Epoch epoch, long from) {
        await().atMost(SOON).until(() -> heard.contains(new ServerMessage.Resend(epoch, from)));
    }

    public List<ServerMessage> heard() {
        return List.copyOf(heard);
    }

    /** What it was last told to follow, once that is so. */
    public ServerMessage.Desired awaitDesired(java.util.function.Predicate<ServerMessage.Desired> fit) {
        await().atMost(SOON).until(() -> last().filter(fit).isPresent());
        return last().orElseThrow();
    }

    public Optional<ServerMessage.Desired> last() {
        return desired.isEmpty() ? Optional.empty() : Optional.of(desired.getLast());
    }

    public int timesDesired() {
        return desired.size();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws Exception {
        if (topic.equals(Topics.ACK.of(id))) {
            heard.add(Codec.decode(message.getPayload(), ServerMessage.class));
        } else {
            desired.add(opened(Codec.decode(message.getPayload(), Signed.class)));
        }
    }

    private ServerMessage.Desired opened(Signed signed) throws GeneralSecurityException, UnreadableMessage {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(enrolled.commandKey()))));
        signature.update(Codec.toSign(id, signed.body()));
        if (!signature.verify(Base64.getDecoder().decode(signed.signature()))) {
            throw new IllegalStateException("not the server's signature");
        }
        return Codec.decode(signed.body(), ServerMessage.Desired.class);
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException e) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String server) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}

    @Override
    public void close() throws MqttException {
        for (MqttAsyncClient client : clients) {
            try {
                client.disconnect(0).waitForCompletion(GOODBYE_MS);
            } catch (MqttException e) {
                // Ended by the broker already, or about to be: that is what some tests are for.
                assertThat(e.getReasonCode()).isIn(GONE);
            }
            client.close(true);
        }
    }
}
