package foyer.kiosk.planted.session;

import java.sql.Connection;
import java.sql.SQLException;

public final class SqlInSession {
    public void end(Connection db) throws SQLException {
        db.close();
    }
}
