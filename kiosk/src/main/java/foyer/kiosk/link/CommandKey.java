package foyer.kiosk.link;

import foyer.station.Codec;
import foyer.station.ServerMessage.Desired;
import foyer.station.Signed;
import foyer.station.StationId;
import foyer.station.UnreadableMessage;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The server's public Ed25519 key: the broker that carries its messages does not have the other half. */
public final class CommandKey {
    private final StationId station;
    private final PublicKey key;

    /**
     * @param encoded the key as X.509 SubjectPublicKeyInfo, Base64
     * @throws GeneralSecurityException when it is no such key
     */
    public CommandKey(StationId station, String encoded) throws GeneralSecurityException {
        this.station = station;
        try {
            key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException("the server's key is not Base64", notBase64);
        }
    }

    /**
     * The message inside, once its signature is found to be the server's and for this station.
     *
     * @throws UnreadableMessage when it is not, or cannot be read
     */
    public Desired open(Signed signed) throws UnreadableMessage {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(Codec.toSign(station, signed.body()));
            if (!signature.verify(Base64.getDecoder().decode(signed.signature()))) {
                throw new UnreadableMessage("a message for this station was not signed by its server");
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnreadableMessage("a message for this station has no proper signature");
        }
        return Codec.decode(signed.body(), Desired.class);
    }
}
