/**
 * The embedded MQTT broker and who may speak through it: a small certificate authority, a TLS 1.3 listener that asks
 * every client for a certificate, permissions by the name in it, and the enrolment of new stations. Comes in: settings,
 * one-time tokens and certificate requests. Goes out: a listening port, certificates, and the key the server signs with,
 * which is kept beside the authority's and never shown to the broker. Writes the ledger's enrolments and nothing else
 * of it.
 */
@NullMarked
package foyer.server.broker;

import org.jspecify.annotations.NullMarked;
