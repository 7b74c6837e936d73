package tiny;

import dev.slipway.launch.Launch;
import dev.slipway.traffic.front.FrontListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizerBeanPostProcessor;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The smallest application that the launch can start: it answers with what the database says. In a package of its own, so
 * that no scan for the components of Slipway finds it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
public class TinyApplication {

    public static void main(String[] arguments) {
        Launch.run(
                TinyApplication.class,
                (_, _, _) -> {
                    throw new UnsupportedOperationException();
                },
                arguments);
    }

    @Bean
    TomcatServletWebServerFactory webServer() {
        return new TomcatServletWebServerFactory(0);
    }

    /** Without it nobody would set the web server up. */
    @Bean
    static WebServerFactoryCustomizerBeanPostProcessor settings() {
        return new WebServerFactoryCustomizerBeanPostProcessor();
    }

    @Bean
    ServletRegistrationBean<HttpServlet> page(DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("create table if not exists starts (at timestamptz default now())")
                .update();
        jdbc.sql("insert into starts default values").update();
        return new ServletRegistrationBean<>(
                new HttpServlet() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        response.getWriter()
                                .print("starts: "
                                        + jdbc.sql("select count(*) from starts")
                                                .query(Long.class)
                                                .single());
                    }
                },
                "/*");
    }

    @Bean
    Connection connection(FrontListener front) {
        return new Connection(front);
    }

    static final class Connection {
        private final FrontListener front;

        Connection(FrontListener front) {
            this.front = front;
        }

        @EventListener
        void connect(ApplicationReadyEvent event) {
            int port = ((WebServerApplicationContext) event.getApplicationContext())
                    .getWebServer()
                    .getPort();
            front.portalAt(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }
}
