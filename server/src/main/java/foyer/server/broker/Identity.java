package foyer.server.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key with its certificate, and the authority it trusts. Made anew at every start, so nothing of it is kept. */
record Identity(KeyPair key, X509Certificate certificate, X509Certificate authority) {

    /** For a client or a listener in this process. */
    SSLContext context() {
        char[] none = new char[0];
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(none), none);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted());
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot set up TLS", e);
        }
    }

    /** PKCS#12 with key and certificate. */
    byte[] keyStore(char[] password) {
        try {
            return bytes(store(password), password);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot write a key store", e);
        }
    }

    /** PKCS#12 with the authority. */
    byte[] trustStore(char[] password) {
        try {
            return bytes(trusted(), password);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot write a trust store", e);
        }
    }

    private KeyStore store(char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry("own", key.getPrivate(), password, new Certificate[] {certificate, authority});
        return store;
    }

    private KeyStore trusted() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, new char[0]);
        store.setCertificateEntry("authority", authority);
        return store;
    }

    private static byte[] bytes(KeyStore store, char[] password) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        return bytes.toByteArray();
    }
}
