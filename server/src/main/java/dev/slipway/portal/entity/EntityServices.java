package dev.slipway.portal.entity;

import dev.slipway.catalog.CatalogEntity;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the service that a Component is: the one of its name whose repository declares it. */
@Component
class EntityServices {

    private final ServiceNames services;

    EntityServices(ServiceNames services) {
        this.services = services;
    }

    Optional<RegisteredService> of(CatalogEntity entity) {
        return entity.ref().kind().equals("component")
                ? services.services().stream()
                        .filter(service -> service.repository()
                                .toString()
                                .equals(entity.source().repository()))
                        .filter(service ->
                                service.name().value().equals(entity.ref().name()))
                        .findFirst()
                : Optional.empty();
    }
}
