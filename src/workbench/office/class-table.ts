import { notImplemented } from './api-error.ts';
import type { Args } from './arguments.ts';
import { camelCase } from './protocol.ts';
import type { Reference, WireName } from './reference.ts';
import type { ModelHost, Property, WireClass, WireClasses } from './wire-class.ts';

type AnyClass = WireClass<WireName>;

/** Finds members by name, in any case: a load names them in camelCase, everything else in PascalCase. */
export class ClassTable {
  private readonly classes: WireClasses;
  private readonly indexes = new Map<WireName, Map<string, string>>();

  constructor(classes: WireClasses) {
    this.classes = classes;
  }

  /**
   * The class of a reference. Its handlers take exactly that class's references, which the compiler cannot follow
   * through a union, hence the one cast.
   */
  of(target: Reference): AnyClass {
    return this.classes[target.wire] as unknown as AnyClass;
  }

  /** The member's wire name; throws `NotImplemented: Class.member` when the workbench has no such member. */
  nameOf(target: Reference, name: string): string {
    const known = this.indexOf(target).get(name.toLowerCase());
    if (known === undefined) throw notImplemented(`${target.wire}.${camelCase(name)}`);
    return known;
  }

  property(target: Reference, name: string): Property<WireName> | null {
    const known = this.indexOf(target).get(name.toLowerCase());
    return known === undefined ? null : (this.of(target).properties?.[known] ?? null);
  }

  isNavigation(target: Reference, name: string): boolean {
    const known = this.indexOf(target).get(name.toLowerCase());
    return known !== undefined && this.of(target).navigations?.[known] !== undefined;
  }

  navigate(target: Reference, name: string, host: ModelHost): Reference | null {
    const member = this.of(target).navigations?.[this.nameOf(target, name)];
    if (!member) throw notImplemented(`${target.wire}.${camelCase(name)}`);
    return member(target, host);
  }

  get(target: Reference, name: string, host: ModelHost): unknown {
    const member = this.property(target, name);
    if (!member) throw notImplemented(`${target.wire}.${camelCase(name)}`);
    return member.get(target, host) ?? null;
  }

  set(target: Reference, name: string, value: unknown, host: ModelHost): void {
    const member = this.property(target, name);
    if (!member?.set) throw notImplemented(`${target.wire}.${camelCase(name)}`);
    member.set(target, value, host);
  }

  call(target: Reference, name: string, args: Args, host: ModelHost): unknown {
    const wireClass = this.of(target);
    const event = /^_(Register|Unregister)(\w+)Event$/.exec(name);
    if (event && wireClass.eventTarget) {
      const known = wireClass.events?.find((candidate) => candidate === event[2]);
      if (!known) throw notImplemented(`${target.wire}.on${event[2] ?? ''}`);
      host.events.count(known, wireClass.eventTarget(target, host), event[1] === 'Register' ? 1 : -1);
      return null;
    }
    const member = wireClass.methods?.[this.nameOf(target, name)];
    if (!member) throw notImplemented(`${target.wire}.${camelCase(name)}`);
    return member(target, args, host) ?? null;
  }

  /** Every member that the workbench has, as `Class.member`, for the list of what it covers. */
  coverage(): string[] {
    return Object.entries(this.classes).flatMap(([wire, { properties, navigations, methods, events }]) => [
      ...Object.keys({ ...properties, ...navigations, ...methods }).map(
        (name) => `${wire}.${camelCase(name)}`,
      ),
      ...(events ?? []).map((name) => `${wire}.on${name}`),
    ]);
  }

  private indexOf(target: Reference): Map<string, string> {
    let index = this.indexes.get(target.wire);
    if (!index) {
      const { properties, navigations, methods } = this.of(target);
      const names = Object.keys({ ...properties, ...navigations, ...methods });
      index = new Map(names.map((name) => [name.toLowerCase(), name]));
      this.indexes.set(target.wire, index);
    }
    return index;
  }
}
