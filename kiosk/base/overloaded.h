#pragma once

namespace kiosk {

/// One visitor of a variant out of several lambdas.
template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;  // clang 14 does not deduce this by itself

}  // namespace kiosk
