package dev.slipway.identity.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Keeps browsers' sessions in PostgreSQL, where they outlive a restart and serve every replica. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
        tableName = "identity_sessions",
        maxInactiveIntervalInSeconds = SessionConfiguration.TWELVE_HOURS,
        cleanupCron = "0 */15 * * * *")
class SessionConfiguration {

    static final int TWELVE_HOURS = 12 * 60 * 60;

    /** Without a domain the cookie is this host's alone: workloads under the same domain never see it. */
    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("slipway_session");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }
}
