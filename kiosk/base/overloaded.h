#pragma once

#include <variant>

namespace kiosk {

/// One visitor of a variant out of several lambdas.
template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;  // clang 14 does not deduce this by itself

namespace of_match {

template <class Case>
struct TakenBy : TakenBy<decltype(&Case::operator())> {};
template <class Case, class Outcome, class Alternative>
struct TakenBy<Outcome (Case::*)(const Alternative&) const> {
  using Type = Alternative;
};

template <class Variant, class Otherwise>
auto among(const Variant&, const Otherwise& otherwise) {
  return otherwise();
}
template <class Variant, class First, class Second, class... Others>
auto among(const Variant& variant, const First& first, const Second& second, const Others&... others) {
  if (const auto* held = std::get_if<typename TakenBy<First>::Type>(&variant)) return first(*held);
  return among(variant, second, others...);
}

}  // namespace of_match

/// Calls the case for what `variant` holds; the last one, which takes nothing, where no other takes that.
/// Where many alternatives are alike it compiles in a fraction of the time of std::visit, which makes
/// something of each of them.
template <class Variant, class... Cases>
auto match(const Overloaded<Cases...>& cases, const Variant& variant) {
  return of_match::among(variant, static_cast<const Cases&>(cases)...);
}

}  // namespace kiosk
