package foyer.server.broker;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.MqttActivity;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.Qos;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.Retain;
import com.hivemq.extension.sdk.api.client.parameter.ClientTlsInformation;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.auth.ModifiableDefaultPermissions;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import foyer.station.StationId;
import foyer.station.Topics;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may connect, and who may say and hear what. Identity is the certificate's common name and nothing the client says
 * of itself; everything that is not allowed here is denied.
 */
final class StationGate implements ExtensionMain {
    /** The server's own name; no station can have it. */
    static final String SERVER = "server";

    private static final Pattern NAME = Pattern.compile("CN=([a-z0-9-]{1,32})");

    private final BiPredicate<StationId, X509Certificate> enrolled;
    private final X509Certificate server;

    /**
     * @param enrolled whether this certificate is the one this station now has
     * @param server the server's own certificate as a client
     */
    StationGate(BiPredicate<StationId, X509Certificate> enrolled, X509Certificate server) {
        this.enrolled = enrolled;
        this.server = server;
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        SimpleAuthenticator authenticator = this::admit;
        Services.securityRegistry().setAuthenticatorProvider(provider -> authenticator);
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}

    private void admit(SimpleAuthInput input, SimpleAuthOutput output) {
        ModifiableDefaultPermissions permissions = output.getDefaultPermissions();
        permissions.setDefaultBehaviour(DefaultAuthorizationBehaviour.DENY);
        String client = input.getClientInformation().getClientId();
        Optional<ClientTlsInformation> tls = input.getConnectionInformation().getClientTlsInformation();
        if (tls.isEmpty()) {
            // Only the loopback listener without TLS lets somebody come so far, who may look at what is not personal.
            permissions.addAll(onlooker());
            output.authenticateSuccessfully();
            return;
        }
        Optional<X509Certificate> certificate = tls.get().getClientCertificate();
        Optional<String> name = certificate.flatMap(StationGate::nameIn);
        if (certificate.isEmpty() || name.isEmpty() || !owns(name.get(), client)) {
            output.failAuthentication(ConnackReasonCode.NOT_AUTHORIZED);
        } else if (certificate.get().equals(server)) {
            permissions.addAll(ofServer());
            output.authenticateSuccessfully();
        } else if (!name.get().equals(SERVER) && enrolled.test(new StationId(name.get()), certificate.get())) {
            permissions.addAll(ofStation(new StationId(name.get())));
            output.authenticateSuccessfully();
        } else {
            output.failAuthentication(ConnackReasonCode.NOT_AUTHORIZED);
        }
    }

    /** A client id is the name, or the name and more after a character no name has: nobody can take another's. */
    static boolean owns(String name, String client) {
        if (!client.startsWith(name)) {
            return false;
        }
        return client.length() == name.length()
                || !Character.toString(client.charAt(name.length())).matches("[a-z0-9-]");
    }

    static Optional<String> nameIn(X509Certificate certificate) {
        Matcher name = NAME.matcher(certificate.getSubjectX500Principal().getName());
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private static List<TopicPermission> ofStation(StationId station) {
        List<TopicPermission> permissions = new ArrayList<>();
        for (Topics kind : Topics.values()) {
            permissions.add(permission(
                    kind.of(station),
                    kind.stationSpeaks() ? MqttActivity.PUBLISH : MqttActivity.SUBSCRIBE,
                    retained(kind)));
        }
        return permissions;
    }

    private static List<TopicPermission> ofServer() {
        List<TopicPermission> permissions = new ArrayList<>();
        for (Topics kind : Topics.values()) {
            permissions.add(permission(
                    kind.ofAll(),
                    kind.stationSpeaks() ? MqttActivity.SUBSCRIBE : MqttActivity.PUBLISH,
                    retained(kind)));
        }
        return permissions;
    }

    private static List<TopicPermission> onlooker() {
        return List.of(
                permission(Topics.STATE.ofAll(), MqttActivity.SUBSCRIBE, Retain.ALL),
                permission(Topics.LINK.ofAll(), MqttActivity.SUBSCRIBE, Retain.ALL));
    }

    /** What is personal, or an order of what happened, is never kept by the broker. */
    private static Retain retained(Topics kind) {
        return switch (kind) {
            case STATE, LINK -> Retain.ALL;
            case EVT, ACK, BIRTH, DESIRED -> Retain.NOT_RETAINED;
        };
    }

    private static TopicPermission permission(String topic, MqttActivity activity, Retain retain) {
        return Builders.topicPermission()
                .topicFilter(topic)
                .activity(activity)
                .qos(activity == MqttActivity.PUBLISH ? Qos.ONE : Qos.ALL)
                .retain(retain)
                .type(TopicPermission.PermissionType.ALLOW)
                .build();
    }
}
