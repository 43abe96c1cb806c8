// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** That what implements a port also passes the contract of the port. */
public final class Contracts {

    private static final String STORE_PORTS = "org.perimeter.connectors.spi.store.";

    /** Ports that only bundle or open other ports. */
    private static final Set<String> WITHOUT_CONTRACT = Set.of("Stores", "StoresFactory");

    private Contracts() {}

    /**
     * Names of store ports that a class among {@code classes} implements while no concrete class
     * among them extends the port's {@code ...Contract}; empty when all is well.
     *
     * @param classes production and test classes of one module
     */
    public static Set<String> portsWithoutContractTest(JavaClasses classes) {
        List<JavaClass> concrete =
                classes.stream()
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .toList();
        Set<String> tested =
                concrete.stream()
                        .flatMap(type -> type.getAllRawSuperclasses().stream())
                        .map(JavaClass::getSimpleName)
                        .filter(name -> name.endsWith("Contract"))
                        .map(name -> name.substring(0, name.length() - "Contract".length()))
                        .collect(Collectors.toSet());
        return concrete.stream()
                .flatMap(type -> type.getAllRawInterfaces().stream())
                .filter(port -> (port.getPackageName() + ".").startsWith(STORE_PORTS))
                .map(JavaClass::getSimpleName)
                .filter(name -> !WITHOUT_CONTRACT.contains(name) && !tested.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
