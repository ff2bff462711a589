package foyer.kiosk.link;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A broker without TLS on this machine, with the receive maximum that production's has. */
final class TestBroker implements AutoCloseable {
    private final EmbeddedHiveMQ broker;
    private final int port;

    private TestBroker(EmbeddedHiveMQ broker, int port) {
        this.broker = broker;
        this.port = port;
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    static TestBroker start(Path home, int port) throws IOException {
        for (String folder : new String[] {"conf", "data", "extensions"}) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.writeString(home.resolve("conf/config.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <hivemq>
                    <listeners><tcp-listener>
                        <port>%d</port><bind-address>127.0.0.1</bind-address>
                    </tcp-listener></listeners>
                    <mqtt><receive-maximum><server-receive-maximum>20</server-receive-maximum></receive-maximum></mqtt>
                    <persistence><mode>in-memory</mode></persistence>
                    <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                </hivemq>
                """.formatted(port));
        EmbeddedHiveMQ broker = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(home.resolve("conf"))
                .withDataFolder(home.resolve("data"))
                .withExtensionsFolder(home.resolve("extensions"))
                .withEmbeddedExtension(EmbeddedExtension.builder()
                        .withId("everybody")
                        .withName("Everybody")
                        .withVersion("1")
                        .withAuthor("Foyer")
                        .withPriority(1)
                        .withStartPriority(1)
                        .withExtensionMain(new Everybody())
                        .build())
                .withoutLoggingBootstrap()
                .build();
        broker.start().join();
        return new TestBroker(broker, port);
    }

    URI url() {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        broker.stop().join();
    }

    private static final class Everybody implements ExtensionMain {
        @Override
        public void extensionStart(ExtensionStartInput in, ExtensionStartOutput out) {
            Services.securityRegistry().setAuthenticatorProvider(provider ->
                    (SimpleAuthenticator) (input, output) -> output.authenticateSuccessfully());
        }

        @Override
        public void extensionStop(ExtensionStopInput in, ExtensionStopOutput out) {}
    }
}
