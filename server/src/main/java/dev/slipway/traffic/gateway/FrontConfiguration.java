package dev.slipway.traffic.gateway;

import dev.slipway.traffic.front.FrontListener;
import dev.slipway.traffic.front.FrontOptions;
import java.net.BindException;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A front listener of its own for a context that was not launched with one. */
@Configuration(proxyBeanMethods = false)
class FrontConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    FrontListener frontListener(
            @Value("${slipway.port:0}") int port,
            @Value("${slipway.domain:localhost}") String domain,
            @Value("${slipway.front.secret:}") String secret)
            throws BindException {
        String header = secret.isBlank() ? UUID.randomUUID().toString() : secret;
        return FrontListener.open(new FrontOptions(port, domain, header, false));
    }
}
