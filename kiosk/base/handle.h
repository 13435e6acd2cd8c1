#pragma once

namespace kiosk {

/// The deleter of every C handle: `std::unique_ptr<SDL_Window, Frees<SDL_DestroyWindow>>`.
template <auto Free>
struct Frees {
  template <class Handle>
  void operator()(Handle* handle) const noexcept {
    Free(handle);
  }
};

}  // namespace kiosk
